// Language, size of the text, readings, a person to talk to, starting over, deleting.
import { h } from "./dom.js";
import { rubyNodes } from "./ruby.js";
import { plain, tagOf } from "./texts.js";

const SIZES = ["size_normal", "size_large", "size_largest"];

/**
 * @typedef {object} Choices
 * @property {(language: string) => void} speak
 * @property {(size: number) => void} resize
 * @property {(shown: boolean) => void} furigana
 * @property {() => void} person
 * @property {() => void} restart
 * @property {() => Promise<void>} forget
 */

/**
 * @param {object} given
 * @param {import("./types.js").Say} given.say
 * @param {string} given.language
 * @param {boolean} given.furigana
 * @param {number} given.size
 * @param {import("./types.js").Config} given.config
 * @param {Choices} given.choices
 * @returns {Node[]}
 */
export function menu({ say, language, furigana, size, config, choices }) {
  const words = (/** @type {string} */ key) => rubyNodes(say(key), furigana);
  const button = (/** @type {string} */ key, /** @type {() => void} */ click) => h("button", { type: "button", click }, ...words(key));
  return [
    languages(say, language, config, choices.speak),
    sizes(words, size, choices.resize),
    language.startsWith("ja")
      ? h("label", { class: "line" }, h("input", { type: "checkbox", checked: furigana, change: (/** @type {Event} */ { target }) => choices.furigana(/** @type {HTMLInputElement} */ (target).checked) }), h("span", {}, ...words("furigana")))
      : h("span", { hidden: true }),
    person(words, language, config, button("talk_to_person", choices.person)),
    h("div", { class: "line" }, button("start_over", choices.restart)),
    forgetting(words, choices.forget),
  ];
}

/**
 * @param {import("./types.js").Say} say
 * @param {string} language
 * @param {import("./types.js").Config} config
 * @param {(language: string) => void} speak
 */
function languages(say, language, config, speak) {
  const options = config.languages.map(({ id, name, tag }) => h("option", { value: id, lang: tag, selected: id === language }, name));
  const choose = (/** @type {Event} */ { target }) => speak(/** @type {HTMLSelectElement} */ (target).value);
  const known = config.languages.some(({ id }) => id === language);
  return h("label", { class: "line" }, h("span", {}, `${plain(say)("language")} / Language`),
    h("select", { change: choose }, known ? "" : h("option", { value: language, selected: true, lang: tagOf(language) }, nameOf(language)), ...options));
}

/**
 * @param {string} language that the assistant itself doesn't speak
 * @returns {string} its name in its own words
 */
function nameOf(language) {
  return new Intl.DisplayNames([tagOf(language)], { type: "language" }).of(tagOf(language)) ?? language;
}

/**
 * @param {(key: string) => (Node | string)[]} words
 * @param {number} size
 * @param {(size: number) => void} resize
 */
function sizes(words, size, resize) {
  const choice = (/** @type {string} */ key, /** @type {number} */ place) =>
    h("label", {}, h("input", { type: "radio", name: "size", checked: place === size, change: () => resize(place) }), h("span", {}, ...words(key)));
  return h("fieldset", {}, h("legend", {}, ...words("text_size")), h("div", { class: "sizes" }, ...SIZES.map(choice)));
}

/**
 * @param {(key: string) => (Node | string)[]} words
 * @param {string} language
 * @param {import("./types.js").Config} config
 * @param {Node} button
 */
function person(words, language, { contact }, button) {
  const hours = contact.hours?.[language] ?? contact.hours?.en;
  return h("div", { class: "line" }, button,
    contact.telephone ? h("p", {}, h("a", { href: `tel:${contact.telephone.replace(/[^\d+]/g, "")}` }, contact.telephone)) : "",
    hours ? h("p", {}, ...words("hours"), `: ${hours}`) : "");
}

/**
 * @param {(key: string) => (Node | string)[]} words
 * @param {() => Promise<void>} forget
 */
function forgetting(words, forget) {
  const place = h("div", { class: "line forgetting" });
  const ask = () => {
    const cancel = h("button", { type: "button", click: begin }, ...words("cancel"));
    const sure = h("button", { type: "button", class: "danger", click: () => forget().catch(() => fail()) }, ...words("delete"));
    place.replaceChildren(h("p", {}, ...words("delete_sure")), h("div", { class: "choices" }, sure, cancel));
    cancel.focus();
  };
  const fail = () => place.append(h("p", { role: "status" }, ...words("not_sent")));
  const begin = () => {
    const first = h("button", { type: "button", click: ask }, ...words("delete_mine"));
    const again = place.childElementCount > 0;
    place.replaceChildren(first);
    if (again) first.focus();
  };
  begin();
  return place;
}
