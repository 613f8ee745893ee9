// The conversation as a list that the arrow keys walk through. Arriving messages never move the focus.
import { h } from "./dom.js";
import { messageView } from "./message-view.js";
import { richText } from "./rich-text.js";
import { rubyNodes } from "./ruby.js";
import { plain } from "./texts.js";

const COMMAND = /^\//;
const STEPS = /** @type {Record<string, (place: number, last: number) => number>} */ ({
  ArrowUp: (place) => Math.max(0, place - 1),
  ArrowDown: (place, last) => Math.min(last, place + 1),
  Home: () => 0,
  End: (place, last) => last,
});

export class HistoryView {
  constructor() {
    this.list = h("ol", { class: "messages" });
    this.typing = h("div", { class: "typing", hidden: true, "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this.element = h("div", { class: "history", tabindex: "0", role: "region", keydown: (/** @type {KeyboardEvent} */ event) => this._walk(event) }, this.list, this.typing);
  }

  /**
   * @param {import("./types.js").ChatEvent[]} events
   * @param {import("./types.js").Outgoing[]} outbox
   * @param {boolean} failed whether sending has failed, so that it is offered again
   * @param {string} greeting
   * @param {() => void} retry
   * @param {import("./message-view.js").Surroundings} around
   */
  draw(events, outbox, failed, greeting, retry, around) {
    const atEnd = this._isAtEnd();
    const focused = this._focusedKey();
    const said = events.filter((event) => event.from !== "person" || !COMMAND.test(event.text));
    const lastOfMine = events.findLastIndex((event) => event.from === "person");
    const latest = new Set(outbox.length ? [] : events.slice(lastOfMine + 1).map((event) => event.n));
    const items = said.map((event) => messageView(event, latest.has(event.n), around));
    const waiting = outbox.filter((message) => message.shown ?? !COMMAND.test(message.message));
    this.element.setAttribute("aria-label", plain(around.say)("history"));
    this.list.replaceChildren(
      ...(greeting ? [h("li", { class: "message theirs" }, h("div", { class: "body" }, ...richText(greeting, around)))] : []),
      ...items,
      ...waiting.map((message) => pending(message, failed, retry, around)),
    );
    if (atEnd) this.toEnd();
    this._focusAgain(focused);
  }

  /** Show what was said last, from the person's own words on where it is long. */
  toEnd() {
    const mine = /** @type {HTMLElement | undefined} */ ([...this.list.querySelectorAll(".mine")].at(-1));
    const room = this.element.clientHeight;
    const isLong = mine && this.element.scrollHeight - mine.offsetTop > room;
    this.element.scrollTop = isLong ? mine.offsetTop - 12 : this.element.scrollHeight;
  }

  _isAtEnd() {
    return this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < 120;
  }

  /** @returns {Element | null} */
  _focused() {
    return /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement;
  }

  /** @returns {[string, number] | null} the focused message, and which of its controls */
  _focusedKey() {
    const focused = this._focused();
    const message = /** @type {HTMLElement | null} */ (focused?.closest(".message[data-n]") ?? null);
    if (!message || !focused || !this.list.contains(message)) return null;
    return [message.dataset.n ?? "", [...message.querySelectorAll("button, input, summary, a")].indexOf(focused)];
  }

  /** @param {[string, number] | null} key */
  _focusAgain(key) {
    if (!key) return;
    const message = /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-n="${key[0]}"]`));
    const control = /** @type {HTMLElement | undefined} */ (message?.querySelectorAll("button, input, summary, a")[key[1]]);
    (control ?? message)?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  _walk(event) {
    const step = STEPS[event.key];
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (!step || event.altKey || event.ctrlKey || event.metaKey || target.matches("input, select, textarea")) return;
    const messages = /** @type {HTMLElement[]} */ ([...this.list.children]);
    const here = messages.findIndex((message) => message.contains(target));
    const next = messages[here < 0 ? messages.length - 1 : step(here, messages.length - 1)];
    event.preventDefault();
    next?.setAttribute("tabindex", "-1");
    next?.focus();
  }
}

/**
 * @param {import("./types.js").Outgoing} message
 * @param {boolean} failed
 * @param {() => void} retry
 * @param {import("./message-view.js").Surroundings} around
 */
function pending(message, failed, retry, { say, furigana }) {
  const note = failed
    ? h("p", { class: "unsent" }, h("span", {}, ...rubyNodes(say("not_sent"), furigana)), h("button", { type: "button", click: retry }, ...rubyNodes(say("send_again"), furigana)))
    : "";
  return h("li", { class: "message mine pending" }, h("span", { class: "unseen" }, plain(say)("you")),
    h("div", { class: "body" }, ...richText(message.shown ?? message.message, { furigana, hosts: [] })), note);
}
