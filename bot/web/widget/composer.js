// Where a person writes: text, or a date where one is asked for.
import { h, icon, ICONS } from "./dom.js";
import { longDate } from "./message-view.js";
import { rubyNodes } from "./ruby.js";
import { plain, tagOf } from "./texts.js";

const MOST_CHARACTERS = 2000;
// While an input method composes, browsers report this code for Enter as well.
const COMPOSING_CODE = 229;

export class Composer {
  /**
   * @param {(message: string, shown: string | null) => void} send
   * @param {(draft: string) => void} keepDraft
   */
  constructor(send, keepDraft) {
    this._send = send;
    this._keepDraft = keepDraft;
    this.area = h("textarea", {
      rows: "1", maxlength: MOST_CHARACTERS, autocomplete: "off", enterkeyhint: "send",
      keydown: (/** @type {KeyboardEvent} */ event) => this._key(event), input: () => this._changed(),
    });
    this.button = h("button", { class: "send" }, icon(ICONS.send));
    this.form = h("form", { submit: (/** @type {Event} */ event) => this._submit(event) }, this.area, this.button);
    this.dates = h("div", { class: "date-entry", hidden: true });
    this.element = h("div", { class: "composer" }, this.dates, this.form);
  }

  get draft() {
    return this.area.value;
  }

  set draft(text) {
    this.area.value = text;
    this._changed();
  }

  /**
   * @param {import("./types.js").Say} say
   * @param {string} language
   * @param {boolean} furigana
   */
  speak(say, language, furigana) {
    const label = plain(say);
    this.area.setAttribute("aria-label", label("write"));
    this.area.setAttribute("placeholder", label("write"));
    this.button.setAttribute("aria-label", label("send"));
    const field = h("input", { type: "date", min: "1900-01-01", max: "2100-12-31", id: "day" });
    const use = () => field.value && this._send(field.value, longDate(field.value, tagOf(language)));
    this.dates.replaceChildren(
      h("label", { for: "day" }, ...rubyNodes(say("pick_date"), furigana)), field,
      h("button", { type: "button", click: use }, ...rubyNodes(say("use_date"), furigana)),
    );
  }

  /** @param {boolean} asked whether a date is asked for */
  askDate(asked) {
    this.dates.hidden = !asked;
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
    this._send(text, null);
    this.area.focus();
  }

  _changed() {
    this._keepDraft(this.draft);
    // Browsers without field-sizing.
    this.area.style.height = "auto";
    this.area.style.height = `${Math.min(this.area.scrollHeight + 2, 160)}px`;
  }
}
