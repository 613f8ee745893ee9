// What can be done with an answer, in one small row: hear it, copy it, print it, say whether it helped.
import { h } from "./dom.js";
import { feedback } from "./feedback.js";
import { iconButton } from "./icon-button.js";
import { ICONS } from "./icons.js";
import { copy, print } from "./paper.js";
import { readAloud } from "./reading.js";
import { spoken } from "./rich-text.js";

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {HTMLElement} message
 * @param {import("./message-view.js").Surroundings} around
 * @returns {Node}
 */
export function tools(event, message, { tongue, locale, storage, host, judge, tell }) {
  return h("div", { class: "tools" },
    readAloud(spoken(event.text), locale, tongue),
    iconButton(ICONS.copy, () => copy(event.text).then(() => tell("copied"), () => {}), tongue.label("copy")),
    iconButton(ICONS.print, () => print(message, host), tongue.label("print")),
    feedback(tongue, storage.memory.opinions?.[event.n], (helpful, reason) => judge(event.n, helpful, reason)));
}
