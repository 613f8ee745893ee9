// Whether the chat takes the whole screen, as on a phone or under a large zoom. The style says the same.
export const SHEET = "(max-width: 30em), (max-height: 30em)";

/** @returns {boolean} */
export function isSheet() {
  return matchMedia(SHEET).matches;
}
