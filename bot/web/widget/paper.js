// An answer on paper, or on the clipboard.

/**
 * @param {Element} message
 * @param {HTMLElement} host the custom element
 */
export function print(message, host) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print { body > *:not([data-madoguchi-printing]) { display: none !important } }`);
  const parts = /** @type {HTMLElement[]} */ ([]);
  for (let part = /** @type {HTMLElement | null} */ (host); part && part !== document.body; part = part.parentElement) parts.push(part);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  parts.at(-1)?.setAttribute("data-madoguchi-printing", "");
  message.classList.add("printing");
  host.setAttribute("printing", "");
  window.print();
  host.removeAttribute("printing");
  message.classList.remove("printing");
  parts.at(-1)?.removeAttribute("data-madoguchi-printing");
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
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
  document.execCommand("copy");
  area.remove();
}
