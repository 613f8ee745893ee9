// Where a person writes.
import { h, icon } from "./dom.js";
import { ICONS } from "./icons.js";

const MOST_CHARACTERS = 2000;
// While an input method composes, browsers report this code for Enter as well.
const COMPOSING_CODE = 229;

export class Composer {
  /**
   * @param {(message: string) => void} send
   * @param {(draft: string) => void} keepDraft
   */
  constructor(send, keepDraft) {
    this._send = send;
    this._keepDraft = keepDraft;
    this.area = h("textarea", {
      rows: "1", maxlength: MOST_CHARACTERS, autocomplete: "off", enterkeyhint: "send",
      keydown: (/** @type {KeyboardEvent} */ event) => this._key(event), input: () => this._changed(),
    });
    this._button = h("button", { class: "send" }, icon(ICONS.send));
    this.element = h("form", { class: "composer", submit: (/** @type {Event} */ event) => this._submit(event) }, this.area, this._button);
  }

  get draft() {
    return this.area.value;
  }

  set draft(text) {
    this.area.value = text;
    this._changed();
  }

  /** @param {import("./texts.js").Tongue} tongue */
  speak(tongue) {
    this.area.setAttribute("aria-label", tongue.label("write"));
    this.area.setAttribute("placeholder", tongue.label("write"));
    this._button.setAttribute("aria-label", tongue.label("send"));
    this._button.title = tongue.label("send");
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === COMPOSING_CODE) return;
    this._submit(event);
  }

  /** @param {Event} event */
  _submit(event) {
    event.preventDefault();
    const text = this.draft.trim();
    if (!text) return;
    this.draft = "";
    this.area.focus({ preventScroll: true });
    this._send(text);
  }

  _changed() {
    this._keepDraft(this.draft);
    if (CSS.supports("field-sizing", "content")) return;
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}
