// The mark in the browser's history that something fills the screen.
export const MARK = "madoguchi";

/** @returns {boolean} also after the page was loaded anew in the middle of it */
export function isMarked() {
  return Boolean(history.state?.[MARK]);
}
