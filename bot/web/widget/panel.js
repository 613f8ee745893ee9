// The panel that the button opens: head, conversation, and the end where one writes; all in one place that scrolls.
import { Announcer } from "./announcer.js";
import { BackButton } from "./back-button.js";
import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { Header } from "./header.js";
import { MessageList } from "./message-list.js";
import { Scroller } from "./scroller.js";
import { Sheets } from "./sheets.js";
import { walk } from "./walk.js";

/**
 * @typedef {object} Deeds
 * @property {() => void} languages
 * @property {() => void} menu
 * @property {() => void} resize
 * @property {() => void} read show readings, or no longer
 * @property {() => void} close
 * @property {(message: string) => void} send
 * @property {(draft: string) => void} keepDraft
 */

export class Panel {
  /** @param {Deeds} deeds */
  constructor(deeds) {
    this.announcer = new Announcer();
    this.list = new MessageList();
    this.composer = new Composer(deeds.send, deeds.keepDraft);
    this.header = new Header(deeds);
    this.sheets = new Sheets((shown) => this._turn(shown));
    this._close = deeds.close;
    this._back = new BackButton(deeds.close);
    this._place = 0;
    this._typing = h("div", { class: "typing", hidden: true, "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this._state = h("p", { class: "state", role: "status" });
    this._notice = h("div", { class: "notice", role: "status" });
    this._talk = h("div", { class: "talk", tabindex: "0", role: "region" }, this.list.element, this._typing, this._state);
    this._end = h("div", { class: "end" }, this._notice, this.composer.element);
    this._view = h("div", { class: "view" }, this.header.names, this.sheets.element, this._talk);
    this._frame = h("div", { class: "frame" }, this.header.bar, this._view, this._end);
    this.scroller = new Scroller(this._frame, this._view, this.header.names, this.list);
    this._end.prepend(this.scroller.hint);
    this._talk.addEventListener("keydown", (event) => walk(event, this.list.elements(), this.scroller));
    this.element = h("div", { class: "panel", role: "dialog", "aria-labelledby": "title", tabindex: "-1", hidden: true, keydown: (/** @type {KeyboardEvent} */ event) => this._escape(event) }, this._frame);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** @param {boolean} focus whether it goes into the chat */
  open(focus) {
    this.element.hidden = false;
    this._back.arm();
    // On a phone the focus would bring up the keyboard over the greeting.
    if (focus) (matchMedia("(pointer: coarse)").matches ? this.element : this.composer.area).focus({ preventScroll: true });
  }

  close() {
    this.sheets.close();
    this.element.hidden = true;
    this._back.disarm();
  }

  /** Leave the page. */
  release() {
    this._back.release();
  }

  /** @param {import("./texts.js").Tongue} tongue */
  speak(tongue) {
    this.element.lang = tongue.tag;
    this._talk.setAttribute("aria-label", tongue.label("history"));
    this.header.speak(tongue);
    this.composer.speak(tongue);
    this.scroller.speak(tongue);
  }

  /**
   * @param {number} size of the text
   * @param {import("./texts.js").Tongue} tongue
   */
  resize(size, tongue) {
    this.element.dataset.size = String(size);
    this.header.showSize(tongue, size);
    this.scroller.look();
  }

  /** @param {string} [words] of how the connection is */
  tellState(words = "") {
    this._state.textContent = words;
  }

  /** @param {string} [words] above the field, until something is said */
  notify(words = "") {
    this._notice.textContent = words;
  }

  /** @param {boolean} on whether an answer is being worked on */
  type(on) {
    const atEnd = this.scroller.isAtEnd();
    this._typing.hidden = !on;
    if (on && atEnd) this.scroller.toEnd();
  }

  /** @param {boolean} away whether the conversation gives way to something else */
  _turn(away) {
    if (away) this._place = this.scroller.place;
    this._talk.hidden = this._end.hidden = away;
    this.scroller.place = away ? 0 : this._place;
  }

  /** @param {KeyboardEvent} event */
  _escape(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (this.sheets.isOpen) this.sheets.close();
    else this._close();
  }
}
