// A decision in its order: what was understood, the answer in large, what to do, why, dates, and what would change it.
import { h } from "./dom.js";
import { inline, list, richText, unmarked } from "./rich-text.js";

/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").ChatEvent} ChatEvent */
/** @typedef {import("./message-view.js").Surroundings} Surroundings */

const ORDER = ["noted", "outcome", "open", "contradictions", "cases", "next", "why", "dates", "unless", "changes", "question"];

/** @type {Record<string, (part: Part, event: ChatEvent, around: Surroundings) => (Node | string)[]>} */
const DRAWN = {
  outcome: ({ lines }, _, { hosts }) => [h("p", { class: "verdict" }, ...inline(lines.join("\n"), hosts))],
  question: ({ lines }, _, { hosts }) => [h("p", { class: "question" }, ...inline(lines.join("\n"), hosts))],
  noted: (part, _, { hosts }) => [h("div", { class: "noted" }, headed(part), ...part.lines.map((line) => h("p", {}, ...inline(unmarked(line), hosts))))],
  next: (part, event, around) => [headed(part), toDo(part.lines, event.n, around)],
  dates: (part, event) => [headed(part), table(part, event.custom.decision?.dates_text ?? [])],
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
  const parts = event.custom.decision?.parts;
  if (!parts?.length) return null;
  const sorted = [...parts].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return sorted.flatMap((part) => (DRAWN[part.kind] ?? plain)(part, event, around));
}

/**
 * @param {Part} part
 * @param {ChatEvent} _
 * @param {Surroundings} around
 */
function plain(part, _, { hosts }) {
  return richText(part.lines.join("\n"), hosts);
}

/**
 * @param {Part} part
 * @param {ChatEvent} _
 * @param {Surroundings} around
 */
function folded(part, _, { hosts }) {
  return [h("details", { class: "folded" }, h("summary", {}, part.heading ?? ""), list("ul", part.lines, hosts))];
}

/** @param {Part} part */
function headed({ heading }) {
  return heading ? h("h3", {}, heading) : "";
}

/**
 * @param {string[]} steps
 * @param {number} event
 * @param {Surroundings} around
 */
function toDo(steps, event, { storage, hosts }) {
  const line = (/** @type {string} */ step, /** @type {number} */ place) => {
    const key = `${event}.${place}`;
    const tick = (/** @type {Event} */ { target }) => {
      storage.keep({ done: { ...storage.memory.done, [key]: /** @type {HTMLInputElement} */ (target).checked } });
    };
    const box = h("input", { type: "checkbox", checked: storage.memory.done?.[key] ?? false, change: tick });
    return h("li", {}, h("label", {}, box, h("span", {}, ...inline(unmarked(step), hosts))));
  };
  return h("ol", { class: "to-do" }, ...steps.map(line));
}

/**
 * @param {Part} part
 * @param {{name: string, day: string, text: string}[]} dates
 */
function table({ heading }, dates) {
  const rows = dates.map(({ name, day, text }) =>
    h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, h("time", { datetime: day }, text))));
  return h("table", {}, h("caption", { class: "unseen" }, heading), h("tbody", {}, ...rows));
}
