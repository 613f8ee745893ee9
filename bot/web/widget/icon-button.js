// A round button with an icon only.
import { h, icon } from "./dom.js";

/**
 * @param {string} path of its icon
 * @param {() => void} click
 * @param {string} [name] what it is called; without one, it is given later
 * @returns {HTMLButtonElement} a round button with an icon only
 */
export function iconButton(path, click, name) {
  return h("button", { type: "button", class: "round", "aria-label": name, title: name, click }, icon(path));
}
