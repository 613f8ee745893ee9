// A person to talk to, starting over, deleting.
import { confirmed } from "./confirmation.js";
import { h } from "./dom.js";
import { telephone } from "./telephone.js";

/**
 * @param {import("./texts.js").Tongue} tongue
 * @param {import("./contact.js").Contact | null} contact null where it isn't known yet
 * @param {{person: () => void, restart: () => Promise<void>, forget: () => Promise<void>}} deeds
 * @returns {Node[]}
 */
export function menu(tongue, contact, { person, restart, forget }) {
  return [
    h("h3", { tabindex: "-1" }, tongue.words("menu")),
    h("div", { class: "line" }, h("button", { type: "button", click: person }, tongue.words("talk_to_person")), contact ? card(tongue, contact) : ""),
    confirmed(tongue, { name: "start_over", warning: "start_over_sure", deed: "start_over" }, restart),
    confirmed(tongue, { name: "delete_mine", warning: "delete_sure", deed: "delete" }, forget),
  ];
}

/**
 * @param {import("./texts.js").Tongue} tongue
 * @param {import("./contact.js").Contact} contact
 */
function card(tongue, { name, telephone: number, hours }) {
  return h("p", { class: "card" }, h("span", {}, tongue.furigana.write(name)), number ? telephone(number) : "",
    hours ? h("span", {}, tongue.words("hours"), " ", tongue.furigana.write(hours)) : "");
}
