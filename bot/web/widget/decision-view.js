// A decision in its order: what was understood, the answer in large, what to do, why, dates, and what would change it.
import { h } from "./dom.js";
import { inline, list, richText, unmarked } from "./rich-text.js";

/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").ChatEvent} ChatEvent */
/** @typedef {import("./message-view.js").Surroundings} Surroundings */

const ORDER = ["noted", "outcome", "open", "contradictions", "cases", "next", "why", "dates", "unless", "changes", "question"];

/** @type {Record<string, (part: Part, event: ChatEvent, around: Surroundings) => (Node | string)[]>} */
const DRAWN = {
  outcome: ({ lines }, _, around) => [h("p", { class: "verdict" }, ...inline(lines.join("\n"), around))],
  question: ({ lines }, _, around) => [h("p", { class: "question" }, ...inline(lines.join("\n"), around))],
  noted: (part, _, around) => [h("div", { class: "noted" }, headed(part, around), ...part.lines.map((line) => h("p", {}, ...inline(unmarked(line), around))))],
  next: (part, event, around) => [headed(part, around), toDo(part.lines, event.n, around)],
  dates: (part, event, around) => [headed(part, around), table(part, shown(event).dates_text ?? [], around)],
  why: folded,
  unless: folded,
  changes: folded,
};

/**
 * @param {ChatEvent} event
 * @param {Surroundings} around
 * @returns {(Node | string)[] | null} null where it is no decision in parts
 */
export function decisionView(event, around) {
  const { parts } = shown(event);
  if (!parts?.length) return null;
  const sorted = [...parts].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return sorted.flatMap((part) => (DRAWN[part.kind] ?? plain)(part, event, around));
}

/**
 * @param {ChatEvent} event
 * @returns {import("./types.js").Decision} with readings where it has them
 */
function shown({ custom }) {
  return { ...custom.decision, ...custom.ruby?.decision };
}

/**
 * @param {Part} part
 * @param {ChatEvent} _
 * @param {Surroundings} around
 */
function plain(part, _, around) {
  return richText(part.lines.join("\n"), around);
}

/**
 * @param {Part} part
 * @param {ChatEvent} _
 * @param {Surroundings} around
 */
function folded(part, _, around) {
  return [h("details", { class: "folded" }, h("summary", {}, h("span", {}, around.write(part.heading ?? ""))), list("ul", part.lines, around))];
}

/**
 * @param {Part} part
 * @param {Surroundings} around
 */
function headed({ heading }, { write }) {
  return heading ? h("h3", {}, write(heading)) : "";
}

/**
 * @param {string[]} steps
 * @param {number} event
 * @param {Surroundings} around
 */
function toDo(steps, event, around) {
  const { storage } = around;
  const line = (/** @type {string} */ step, /** @type {number} */ place) => {
    const key = `${event}.${place}`;
    const tick = (/** @type {Event} */ { target }) => {
      storage.keep({ done: { ...storage.memory.done, [key]: /** @type {HTMLInputElement} */ (target).checked } });
    };
    const box = h("input", { type: "checkbox", checked: storage.memory.done?.[key] ?? false, change: tick });
    return h("li", {}, h("label", {}, box, h("span", {}, ...inline(unmarked(step), around))));
  };
  return h("ol", { class: "to-do" }, ...steps.map(line));
}

/**
 * @param {Part} part
 * @param {{name: string, day: string, text: string}[]} dates
 * @param {Surroundings} around
 */
function table({ heading }, dates, { write }) {
  const rows = dates.map(({ name, day, text }) =>
    h("tr", {}, h("th", { scope: "row" }, write(name)), h("td", {}, h("time", { datetime: day }, write(text)))));
  return h("table", {}, h("caption", { class: "unseen" }, write(heading ?? "")), h("tbody", {}, ...rows));
}
