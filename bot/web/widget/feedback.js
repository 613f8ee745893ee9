// Was this helpful? And if not, why?
import { h } from "./dom.js";
import { rubyNodes } from "./ruby.js";

const REASONS = ["unclear", "wrong", "not_my_question", "too_long", "other"];

/**
 * @param {object} given
 * @param {import("./types.js").Say} given.say
 * @param {boolean} given.furigana
 * @param {boolean | undefined} given.opinion what was said before
 * @param {(helpful: boolean, reason: string | null) => Promise<void>} given.judge
 * @returns {HTMLElement}
 */
export function feedback({ say, furigana, opinion, judge }) {
  const words = (/** @type {string} */ key) => rubyNodes(say(key), furigana);
  const place = h("div", { class: "feedback" });
  const thank = () => place.replaceChildren(h("p", { role: "status" }, ...words("feedback_thanks")));
  const give = async (/** @type {boolean} */ helpful, /** @type {string | null} */ reason) => {
    try {
      await judge(helpful, reason);
      thank();
    } catch {
      place.append(h("p", { role: "status" }, ...words("not_sent")));
    }
  };
  const reason = (/** @type {string} */ key) => h("button", { type: "button", click: () => give(false, key) }, ...words(`reason_${key}`));
  const why = () => {
    const buttons = REASONS.map(reason);
    place.replaceChildren(h("p", {}, ...words("feedback_why")), h("div", { class: "choices quiet" }, ...buttons));
    buttons[0].focus();
  };
  if (opinion !== undefined) thank();
  else {
    place.append(
      h("span", {}, ...words("feedback_question")),
      h("button", { type: "button", click: () => give(true, null) }, ...words("yes")),
      h("button", { type: "button", click: why }, ...words("no")),
    );
  }
  return place;
}
