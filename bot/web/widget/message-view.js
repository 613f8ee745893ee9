// One message: what was said, by whom, when, and what it rests on.
import { choices } from "./choices.js";
import { clockTime } from "./dates.js";
import { decisionView } from "./decision-view.js";
import { h } from "./dom.js";
import { richText } from "./rich-text.js";
import { sources } from "./sources.js";
import { telephone } from "./telephone.js";
import { tools } from "./tools.js";

const AS_WRITTEN = { hosts: [], write: (/** @type {string} */ text) => text };

/**
 * @typedef {object} Surroundings
 * @property {import("./texts.js").Tongue} tongue of the interface
 * @property {string} tagOfMessage the language of what is said, as BCP 47
 * @property {string} locale how that language writes dates here, and the voice that reads it
 * @property {string[]} hosts that may be linked to
 * @property {(text: string) => Node | string} write with readings where they are shown
 * @property {import("./storage.js").Storage} storage
 * @property {HTMLElement} host
 * @property {(payload: string, title: string) => void} press
 * @property {(event: number, helpful: boolean, reason: string | null) => Promise<void>} judge
 * @property {(key: string) => void} tell say a word of the interface
 */

/**
 * @param {import("./types.js").ChatEvent} event of the assistant
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
export function theirs(event, around) {
  const { tongue, tagOfMessage } = around;
  const urgent = event.custom.outcome === "emergency";
  const message = h("li", { class: `message theirs${urgent ? " urgent" : ""}`, lang: tongue.tag, tabindex: "-1", "data-n": event.n });
  message.append(
    h("span", { class: "unseen" }, tongue.label("assistant")),
    urgent ? h("p", { class: "alarm" }, telephone("119")) : "",
    h("div", { class: "body", lang: tagOfMessage }, ...(decisionView(event, around) ?? richText(event.custom.ruby?.text ?? event.text, around))),
    sources(event, around),
    h("div", { class: "foot" }, time(event, around), isAnswer(event.custom) ? tools(event, message, around) : ""),
    choices(event, around),
  );
  return message;
}

/**
 * @param {string} text of the person
 * @param {import("./texts.js").Tongue} tongue
 * @returns {HTMLElement}
 */
export function mine(text, tongue) {
  return h("li", { class: "message mine", lang: tongue.tag, tabindex: "-1" },
    h("span", { class: "unseen" }, tongue.label("you")), h("div", { class: "body" }, ...richText(text, AS_WRITTEN)));
}

/**
 * @param {string} text of the site
 * @param {import("./rich-text.js").Pen} pen
 * @returns {HTMLElement}
 */
export function greeting(text, pen) {
  return h("li", { class: "message theirs", tabindex: "-1" }, h("div", { class: "body" }, ...richText(text, pen)));
}

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {{locale: string}} around
 * @returns {HTMLElement}
 */
export function time({ at }, { locale }) {
  return h("time", { class: "when", datetime: at }, clockTime(at, locale));
}

/**
 * @param {import("./types.js").Custom} custom
 * @returns {boolean} whether it answers something, and isn't a greeting or a question
 */
function isAnswer({ outcome, questions, sources: cited }) {
  return outcome === "decided" || (outcome !== "asked" && outcome !== "emergency" && Boolean(questions?.length || cited?.length));
}
