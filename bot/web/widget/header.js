// What stands above the conversation: a bar of tools, and whose counter this is.
import { h, icon } from "./dom.js";
import { iconButton } from "./icon-button.js";
import { ICONS } from "./icons.js";
import { telephone } from "./telephone.js";

export const SIZES = ["size_normal", "size_large", "size_largest"];

/**
 * @typedef {object} Deeds
 * @property {() => void} languages
 * @property {() => void} menu
 * @property {() => void} resize
 * @property {() => void} read
 * @property {() => void} close
 */

export class Header {
  /** @param {Deeds} deeds */
  constructor(deeds) {
    this._language = h("span");
    this.languages = h("button", { type: "button", class: "pill", "aria-expanded": "false", click: deeds.languages }, icon(ICONS.globe), this._language);
    this._size = h("button", { type: "button", class: "round size", click: deeds.resize }, h("span", { "aria-hidden": "true" }, "A"), h("span", { "aria-hidden": "true" }, "A"));
    this._furigana = h("button", { type: "button", class: "round furigana", click: deeds.read }, h("span", { "aria-hidden": "true" }, "漢"));
    this.menu = iconButton(ICONS.menu, deeds.menu);
    this.menu.setAttribute("aria-expanded", "false");
    this._close = iconButton(ICONS.close, deeds.close);
    this._call = h("span", { class: "call" });
    this._title = h("h2", { id: "title" });
    this._whose = h("p", { class: "whose" });
    this.bar = h("div", { class: "bar" }, this.languages, this._size, this._furigana, this._call, this.menu, this._close);
    this.names = h("div", { class: "names" }, this._title, this._whose);
  }

  /** @param {import("./texts.js").Tongue} tongue */
  speak(tongue) {
    const name = tongue.label("name");
    this._title.replaceChildren(tongue.words("title"));
    this._language.replaceChildren(name);
    this.languages.setAttribute("aria-label", [tongue.label("language"), name].join(" "));
    rename(this._furigana, tongue.label("furigana"));
    this.showFurigana(tongue);
    rename(this.menu, tongue.label("menu"));
    rename(this._close, tongue.label("close"));
  }

  /** @param {import("./texts.js").Tongue} tongue where it has readings, there is a button for them */
  showFurigana({ readings, furigana }) {
    if (!readings && this._furigana.matches(":focus")) this._size.focus();
    this._furigana.hidden = !readings;
    this._furigana.ariaPressed = String(furigana.shown);
  }

  /**
   * @param {import("./texts.js").Tongue} tongue
   * @param {number} size
   */
  showSize(tongue, size) {
    rename(this._size, `${tongue.label("text_size")} ${tongue.label(SIZES[size])}`);
  }

  /**
   * @param {import("./texts.js").Tongue} tongue
   * @param {import("./contact.js").Contact} contact
   */
  introduce(tongue, { name, telephone: number, hours }) {
    this._whose.replaceChildren(...[name, hours].filter((part) => part !== null).map((part) => h("span", {}, tongue.furigana.write(part))));
    if (!number) return this._call.replaceChildren();
    const call = telephone(number, icon(ICONS.phone), h("span", {}, number));
    call.setAttribute("aria-label", `${tongue.label("telephone")} ${number}`);
    this._call.replaceChildren(call);
  }
}

/**
 * @param {HTMLElement} button
 * @param {string} name
 */
function rename(button, name) {
  button.setAttribute("aria-label", name);
  button.title = name;
}
