// Was this helpful? And if not, why?
import { h } from "./dom.js";
import { keepingFocus } from "./focus.js";
import { iconButton } from "./icon-button.js";
import { ICONS } from "./icons.js";

const REASONS = ["unclear", "wrong", "not_my_question", "too_long", "other"];

/**
 * @param {import("./texts.js").Tongue} tongue
 * @param {boolean | undefined} opinion what was said before
 * @param {(helpful: boolean, reason: string | null) => Promise<void>} judge
 * @returns {HTMLElement}
 */
export function feedback(tongue, opinion, judge) {
  const place = h("div", { class: "feedback" });
  const show = (/** @type {Node[]} */ ...nodes) => keepingFocus(place, () => place.replaceChildren(...nodes));
  const thank = () => show(h("p", { role: "status" }, tongue.label("feedback_thanks")));
  const give = (/** @type {boolean} */ helpful, /** @type {string | null} */ reason) => judge(helpful, reason).then(thank, fail);
  const fail = () => place.append(h("p", { role: "status" }, tongue.label("not_sent")));
  const reason = (/** @type {string} */ key) => h("button", { type: "button", click: () => give(false, key) }, tongue.words(`reason_${key}`));
  const why = () => {
    show(h("div", { class: "choices", role: "group", "aria-label": tongue.label("feedback_why") }, h("p", {}, tongue.words("feedback_why")), ...REASONS.map(reason)));
    place.querySelector("button")?.focus();
  };
  if (opinion !== undefined) thank();
  else place.append(iconButton(ICONS.yes, () => give(true, null), tongue.label("helpful")), iconButton(ICONS.no, why, tongue.label("unhelpful")));
  return place;
}
