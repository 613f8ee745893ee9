// What takes the place of the conversation for a while: the menu, or the languages. One at a time.
import { h } from "./dom.js";

export class Sheets {
  /** @param {(shown: boolean) => void} changed */
  constructor(changed) {
    this._changed = changed;
    this.element = h("div", { class: "sheet", id: "sheet", hidden: true });
    /** @type {HTMLElement | null} the button that opened it */
    this._opener = null;
  }

  get isOpen() {
    return this._opener !== null;
  }

  /**
   * Open what a button stands for; close it where it was open.
   * @param {HTMLElement} opener
   * @param {() => Node[]} draw
   */
  toggle(opener, draw) {
    if (this._opener === opener) return this.close();
    this._opener?.setAttribute("aria-expanded", "false");
    this._opener = opener;
    opener.setAttribute("aria-expanded", "true");
    opener.setAttribute("aria-controls", "sheet");
    this.element.hidden = false;
    this._changed(true);
    this.redraw(draw);
  }

  /** @param {() => Node[]} draw what it holds now */
  redraw(draw) {
    this.element.replaceChildren(...draw());
    /** @type {HTMLElement | null} */ (this.element.querySelector("h3"))?.focus({ preventScroll: true });
  }

  /** Show the conversation again; the focus goes back to the button. */
  close() {
    const opener = this._opener;
    if (!opener) return;
    this._opener = null;
    opener.setAttribute("aria-expanded", "false");
    this.element.hidden = true;
    this._changed(false);
    opener.focus({ preventScroll: true });
  }
}
