// What can be answered or asked next: buttons, and a date where one is asked for.
import { longDate } from "./dates.js";
import { h } from "./dom.js";

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {import("./message-view.js").Surroundings} around
 * @returns {HTMLElement | ""} nothing where there is nothing to choose
 */
export function choices(event, around) {
  const asksDate = event.custom.ask?.kind === "date";
  if (!event.buttons.length && !asksDate) return "";
  const button = (/** @type {import("./types.js").Button} */ { title, payload }, /** @type {number} */ place) =>
    h("button", { type: "button", click: () => around.press(payload, title) }, around.write(event.custom.ruby?.buttons[place] ?? title));
  return h("div", { class: "choices", role: "group", "aria-label": around.tongue.label(group(event.custom)), lang: around.tagOfMessage },
    asksDate ? dateEntry(around) : "", ...event.buttons.map(button));
}

/** @param {import("./types.js").Custom} custom */
function group({ ask, outcome }) {
  return ask || outcome === "offered" || outcome === "asked" ? "choices_answer" : "choices";
}

/** @param {import("./message-view.js").Surroundings} around */
function dateEntry({ tongue, locale, press }) {
  const field = h("input", { type: "date", min: "1900-01-01", max: "2100-12-31" });
  const use = () => (field.value ? press(field.value, longDate(field.value, locale)) : field.focus());
  return h("div", { class: "date-entry", lang: tongue.tag },
    h("label", {}, h("span", {}, tongue.words("pick_date")), field),
    h("button", { type: "button", click: use }, tongue.words("use_date")));
}
