// The conversation as a list. What was said is added and never drawn again, and moves no focus.
import { h } from "./dom.js";
import { keepingFocus } from "./focus.js";
import { greeting, mine, theirs, time } from "./message-view.js";

const COMMAND = /^\//;

/** @typedef {import("./types.js").ChatEvent} ChatEvent */
/** @typedef {import("./types.js").Outgoing} Outgoing */
/** @typedef {import("./message-view.js").Surroundings} Surroundings */

export class MessageList {
  constructor() {
    this.element = h("ol", { class: "messages" });
    /** @type {Map<string, HTMLElement>} what is still to be sent */
    this._pending = new Map();
    /** @type {Set<number>} the numbers of what is shown */
    this._shown = new Set();
    /** @type {HTMLElement | null} */
    this._greeting = null;
    /** @type {{asked: HTMLElement | null, answer: HTMLElement | null}} what the person said last, if it is shown, and what came first after it */
    this.latest = { asked: null, answer: null };
  }

  /**
   * @param {string} text of the site itself; none takes it away
   * @param {import("./rich-text.js").Pen} pen
   */
  greet(text, pen) {
    this._greeting?.remove();
    this._greeting = text ? greeting(text, pen) : null;
    if (this._greeting) this.element.prepend(this._greeting);
  }

  /**
   * @param {ChatEvent} event
   * @param {Surroundings} around
   */
  add(event, around) {
    if (this._shown.has(event.n)) return;
    this._shown.add(event.n);
    if (event.from === "person") return this._addMine(event, around);
    const message = theirs(event, around);
    this._place(message, event.n);
    this.latest.answer ??= message;
  }

  /**
   * @param {ChatEvent} event
   * @param {Surroundings} around
   */
  _addMine(event, around) {
    this.settle();
    const sent = this._pending.get(event.id);
    this._pending.delete(event.id);
    this.latest = { asked: sent ?? null, answer: null };
    if (COMMAND.test(event.text)) return sent?.remove();
    const message = sent ?? mine(event.text, around.tongue);
    keepingFocus(message, () => message.querySelector(".unsent")?.remove());
    message.classList.remove("pending");
    message.dataset.n = String(event.n);
    message.append(time(event, around));
    if (!sent) this._place(message, event.n);
    this.latest.asked = message;
  }

  /**
   * @param {HTMLElement} message
   * @param {number} n
   */
  _place(message, n) {
    const later = this.elements().find((one) => one.classList.contains("pending") || Number(one.dataset.n) > n);
    message.dataset.n = String(n);
    this.element.insertBefore(message, later ?? null);
  }

  /** Take away what can be chosen no longer. */
  settle() {
    for (const group of this.element.querySelectorAll(":scope > .message > .choices")) {
      keepingFocus(/** @type {HTMLElement} */ (group.parentElement), () => group.remove());
    }
  }

  /**
   * Show what is waiting to be sent.
   * @param {Outgoing[]} outbox
   * @param {import("./texts.js").Tongue} tongue
   */
  wait(outbox, tongue) {
    const waiting = new Map(outbox.map((message) => [message.id, message]));
    for (const [id, element] of this._pending) {
      if (waiting.has(id)) continue;
      element.remove();
      this._pending.delete(id);
    }
    for (const { id, message, shown } of outbox) {
      if (this._pending.has(id) || (shown === null && COMMAND.test(message))) continue;
      const element = mine(shown ?? message, tongue);
      element.classList.add("pending");
      this._pending.set(id, element);
      this.latest = { asked: element, answer: null };
      this.element.append(element);
    }
  }

  /**
   * Say under what is waiting that it wasn't sent, or no longer.
   * @param {boolean} failed
   * @param {() => void} retry
   * @param {import("./texts.js").Tongue} tongue
   */
  fail(failed, retry, tongue) {
    for (const element of this._pending.values()) {
      const note = element.querySelector(".unsent");
      if (!failed && note) keepingFocus(element, () => note.remove());
      if (failed && !note) element.append(unsent(retry, tongue));
    }
  }

  /** Forget what was said. */
  empty() {
    this._pending.clear();
    this._shown.clear();
    this.element.replaceChildren(...(this._greeting ? [this._greeting] : []));
  }

  /** @returns {HTMLElement[]} every message in order */
  elements() {
    return /** @type {HTMLElement[]} */ ([...this.element.children]);
  }
}

/**
 * @param {() => void} retry
 * @param {import("./texts.js").Tongue} tongue
 */
function unsent(retry, tongue) {
  return h("p", { class: "unsent" }, h("span", {}, tongue.words("not_sent")), h("button", { type: "button", click: retry }, tongue.words("send_again")));
}
