// The languages to choose from, each in its own name. It acts on choice only.
import { h } from "./dom.js";

/**
 * @param {import("./texts.js").Tongue} tongue
 * @param {import("./types.js").Spoken[]} spoken
 * @param {(language: string) => void} choose
 * @returns {Node[]}
 */
export function languages(tongue, spoken, choose) {
  const button = (/** @type {import("./types.js").Spoken} */ { id, name, tag }) =>
    h("button", { type: "button", lang: tag, "aria-current": id === tongue.language ? "true" : null, click: () => choose(id) }, name);
  return [h("h3", { tabindex: "-1" }, tongue.words("language")), h("div", { class: "choices" }, ...spoken.map(button))];
}
