// Style sheets that a page's Content-Security-Policy needs no `unsafe-inline` for, in a unit of our own.

const UNIT = "--madoguchi-unit";

// `rem` is the page's: many set it to 62.5 %. Ours is the size that the person's browser starts from, and in the chat the
// size that the person chose.
try {
  CSS.registerProperty({ name: UNIT, syntax: "<length>", inherits: true, initialValue: "16px" });
} catch {
  // Registered already, by another copy of the widget.
}

/**
 * @param {string} css where `rem` is our unit
 * @returns {CSSStyleSheet}
 */
export function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replace(/([\d.]+)rem/g, `calc($1 * var(${UNIT}))`));
  return sheet;
}
