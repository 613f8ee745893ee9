// The button on the page, and a word beside it while the chat is fetched.
import { h, icon } from "./dom.js";

const CHAT = "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z";

export class Launcher {
  /** @param {() => void} open */
  constructor(open) {
    this.button = h("button", { type: "button", class: "launcher", "aria-haspopup": "dialog", click: open }, icon(CHAT), h("span"));
    this._word = h("p", { class: "word", role: "status" });
    this.element = h("div", { class: "launching" }, this._word, this.button);
  }

  /** @param {import("./texts.js").Tongue} tongue */
  speak(tongue) {
    this.element.lang = tongue.tag;
    this.button.lastElementChild?.replaceChildren(tongue.words("launcher"));
  }

  /** @param {string} words none where nothing is to be said */
  tell(words) {
    this._word.textContent = words;
  }
}
