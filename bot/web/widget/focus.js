// The focus never falls to the page when what has it goes away.

/**
 * Change something, and keep the focus in the chat if that took away what had it.
 * @param {HTMLElement} place that stays, and gets the focus then
 * @param {() => void} change
 */
export function keepingFocus(place, change) {
  const root = /** @type {ShadowRoot} */ (place.getRootNode());
  const had = root.activeElement;
  change();
  if (!had || root.activeElement === had) return;
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}
