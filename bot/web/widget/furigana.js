// Readings over kanji (furigana): ｜漢字《かんじ》 in a text. They come and go in place; nothing else is drawn anew.
import { h } from "./dom.js";

// Split by it, a text is what stands before, a piece of kanji and its reading, by turns.
const READ = /｜(.+?)《(.+?)》/;

/**
 * @param {string} text
 * @returns {string} without its readings
 */
export function plain(text) {
  return text.split(READ).filter((_, place) => place % 3 < 2).join("");
}

export class Furigana {
  /** @param {ParentNode} root of all that is shown */
  constructor(root) {
    this._root = root;
    this.shown = false;
    /** @type {WeakMap<Element, string>} what stands in each place, with its readings */
    this._texts = new WeakMap();
  }

  /**
   * @param {string} text
   * @returns {Node | string} the text as it is shown now, and on from now
   */
  write(text) {
    if (plain(text) === text) return text;
    const place = h("span", { class: "read" });
    this._texts.set(place, text);
    this._fill(place);
    return place;
  }

  /** @param {boolean} shown */
  show(shown) {
    this.shown = shown;
    for (const place of this._root.querySelectorAll(".read")) this._fill(place);
  }

  /** @param {Element} place */
  _fill(place) {
    const text = this._texts.get(place) ?? "";
    place.replaceChildren(...(this.shown ? rubies(text) : [plain(text)]));
  }
}

/**
 * @param {string} text
 * @returns {(Node | string)[]} where the readings are for the eye only
 */
function rubies(text) {
  return text.split(READ).flatMap((part, place, all) =>
    place % 3 === 1 ? h("ruby", {}, part, h("rt", { "aria-hidden": "true" }, all[place + 1])) : place % 3 ? [] : part);
}
