// An answer on paper, or on the clipboard.

/**
 * Print one message, with all that is folded in it, under the insurer's name.
 * @param {Element} message
 * @param {HTMLElement} host the custom element
 */
export function print(message, host) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print { body > *:not([data-madoguchi-printing]) { display: none !important } }`);
  const parts = /** @type {HTMLElement[]} */ ([]);
  for (let part = /** @type {HTMLElement | null} */ (host); part && part !== document.body; part = part.parentElement) parts.push(part);
  const folded = [...message.querySelectorAll("details:not([open])")];
  const show = (/** @type {boolean} */ on) => {
    document.adoptedStyleSheets = on ? [...document.adoptedStyleSheets, sheet] : document.adoptedStyleSheets.filter((one) => one !== sheet);
    parts.at(-1)?.toggleAttribute("data-madoguchi-printing", on);
    message.classList.toggle("printing", on);
    host.toggleAttribute("printing", on);
    for (const details of folded) details.toggleAttribute("open", on);
  };
  show(true);
  window.print();
  show(false);
}

/**
 * @param {string} text
 * @returns {Promise<void>}
 */
export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  // Pages without TLS have no other way.
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("not copied");
}
