// A decision's next steps as a to-do list, and its dates as a table, in the place where the text has them.
import { h } from "./dom.js";
import { inline } from "./rich-text.js";

// Steps link to telephone numbers only.
const PLAIN = { furigana: false, hosts: [] };

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {import("./types.js").Say} label names without ruby
 * @param {import("./storage.js").Storage} storage
 * @returns {(kind: "ol" | "ul", items: string[]) => Node | null}
 */
export function decisionLists(event, label, storage) {
  const { steps_text: steps = [], dates_text: dates = [] } = event.custom.decision ?? {};
  const told = dates.map(({ name, text }) => `${name}: ${text}`);
  return (kind, items) => {
    if (kind === "ol" && same(items, steps)) return toDo(event.n, steps, storage);
    if (kind === "ul" && same(items, told)) return table(dates, label);
    return null;
  };
}

/**
 * @param {string[]} items
 * @param {string[]} known
 */
function same(items, known) {
  return known.length > 0 && items.length === known.length && items.every((item, place) => item === known[place]);
}

/**
 * @param {number} event
 * @param {string[]} steps
 * @param {import("./storage.js").Storage} storage
 */
function toDo(event, steps, storage) {
  const done = storage.memory.done ?? {};
  const line = (/** @type {string} */ step, /** @type {number} */ place) => {
    const key = `${event}.${place}`;
    const tick = (/** @type {Event} */ { target }) => {
      storage.keep({ done: { ...storage.memory.done, [key]: /** @type {HTMLInputElement} */ (target).checked } });
    };
    return h("li", {}, h("label", {}, h("input", { type: "checkbox", checked: done[key] ?? false, change: tick }), h("span", {}, ...inline(step, PLAIN))));
  };
  return h("ol", { class: "to-do" }, ...steps.map(line));
}

/**
 * @param {{name: string, day: string, text: string}[]} dates
 * @param {import("./types.js").Say} label
 */
function table(dates, label) {
  const rows = dates.map(({ name, day, text }) =>
    h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, h("time", { datetime: day }, text))));
  return h("table", {}, h("caption", { class: "unseen" }, label("dates")), h("tbody", {}, ...rows));
}
