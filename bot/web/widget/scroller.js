// What scrolls: the conversation, or where the screen is low, all of the panel. It shows the beginning of what was said last,
// and tells that there is more.
import { h, icon } from "./dom.js";
import { ICONS } from "./icons.js";

const GAP = 8;
// A person's own words stay in view above their answer, unless they take more of the view than this.
const MOST_OF_VIEW = 0.3;
const NEAR = 8;
const STEP = 0.85;

export class Scroller {
  /**
   * @param {HTMLElement} frame all of the panel
   * @param {HTMLElement} view the conversation in it
   * @param {HTMLElement} names that may stay at the top of the view
   * @param {import("./message-list.js").MessageList} list
   */
  constructor(frame, view, names, list) {
    this._frame = frame;
    this._view = view;
    this._names = names;
    this._list = list;
    this._label = h("span");
    this.hint = h("button", { type: "button", class: "hint", hidden: true, click: () => this._goOn() }, this._label, icon(ICONS.down));
    for (const part of [frame, view]) part.addEventListener("scroll", () => this.look(), { passive: true });
    new ResizeObserver(() => requestAnimationFrame(() => this.look())).observe(view);
  }

  get _element() {
    return getComputedStyle(this._frame).overflowY === "auto" ? this._frame : this._view;
  }

  get place() {
    return this._element.scrollTop;
  }

  set place(place) {
    this._element.scrollTop = place;
    this.look();
  }

  /** @param {import("./texts.js").Tongue} tongue */
  speak(tongue) {
    this._tongue = tongue;
    this.look();
  }

  /** @returns {{top: number, bottom: number, height: number}} where on the screen messages can be seen */
  view() {
    const box = this._element.getBoundingClientRect();
    const top = box.top + (getComputedStyle(this._names).position === "sticky" ? this._names.offsetHeight : 0);
    return { top, bottom: box.bottom, height: box.bottom - top };
  }

  /** Show what was said last: the beginning of the answer, with the question above it where there is room. */
  toLatest() {
    const latest = this._latest();
    if (!latest) return this.look();
    const { top } = this.view();
    this.place += latest.getBoundingClientRect().top - top - GAP;
  }

  toEnd() {
    this.place = this._element.scrollHeight;
  }

  /**
   * Bring into view, from the nearer side.
   * @param {HTMLElement} message
   * @param {boolean} fromBelow whether its end comes first
   */
  reveal(message, fromBelow) {
    const { top, bottom } = this.view();
    const box = message.getBoundingClientRect();
    if (box.top >= top && box.bottom <= bottom) return;
    const by = fromBelow ? Math.max(box.bottom - bottom + GAP, box.top - top - box.height) : box.top - top - GAP;
    this.place += by;
  }

  /** @returns {boolean} whether the end is in view, or almost */
  isAtEnd() {
    return this._element.scrollHeight - this.place - this._element.clientHeight < NEAR;
  }

  /** Tell whether there is more, as it is now. */
  look() {
    const last = this._list.elements().at(-1);
    this.hint.hidden = !last || !last.getClientRects().length || last.getBoundingClientRect().bottom <= this.view().bottom + NEAR;
    if (!last || this.hint.hidden) return;
    this._isBelow = last.getBoundingClientRect().top > this.view().bottom;
    this._label.textContent = this._tongue?.label(this._isBelow ? "to_latest" : "more_below") ?? "";
  }

  /** @returns {HTMLElement | null} the message to begin with */
  _latest() {
    const { asked, answer } = this._list.latest;
    return asked && (!answer || asked.offsetHeight <= this.view().height * MOST_OF_VIEW) ? asked : answer;
  }

  _goOn() {
    if (this._isBelow) this.toLatest();
    else this._element.scrollBy({ top: this.view().height * STEP });
  }
}
