// A number to tap: one piece, however narrow the line.
import { h } from "./dom.js";

/**
 * @param {string} number as it is written
 * @param {...(Node | string)} inside what is shown instead
 * @returns {HTMLAnchorElement}
 */
export function telephone(number, ...inside) {
  return h("a", { href: `tel:${number.replace(/[^\d#+]/g, "")}`, class: "tel" }, ...(inside.length ? inside : [number]));
}
