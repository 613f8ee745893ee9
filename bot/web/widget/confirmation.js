// A button for what can't be undone: it asks first.
import { h } from "./dom.js";

/**
 * @param {import("./texts.js").Tongue} tongue
 * @param {{name: string, warning: string, deed: string}} keys of what it is called, of the warning, and of doing it
 * @param {() => Promise<void>} act
 * @returns {HTMLElement}
 */
export function confirmed(tongue, keys, act) {
  const place = h("div", { class: "line" });
  const button = (/** @type {string} */ key, /** @type {() => void} */ click, name = "") => h("button", { type: "button", class: name, click }, tongue.words(key));
  const fail = () => place.append(h("p", { role: "status" }, tongue.label("not_sent")));
  const ask = () => {
    const cancel = button("cancel", begin);
    place.replaceChildren(h("p", {}, tongue.words(keys.warning)), h("div", { class: "choices" }, button(keys.deed, () => act().catch(fail), "danger"), cancel));
    cancel.focus();
  };
  const begin = () => {
    const asked = place.childElementCount > 0;
    place.replaceChildren(button(keys.name, ask));
    if (asked) place.querySelector("button")?.focus();
  };
  begin();
  return place;
}
