// Speaks each new message once to screen readers, in its own language. Apart from the messages, which stay silent.
import { h } from "./dom.js";

const SPOKEN_MILLISECONDS = 10000;

export class Announcer {
  constructor() {
    this._calm = h("div", { role: "status", "aria-live": "polite" });
    this._urgent = h("div", { role: "alert", "aria-live": "assertive" });
    this.element = h("div", { class: "unseen" }, this._calm, this._urgent);
  }

  /**
   * @param {string} text
   * @param {string} tag BCP 47
   * @param {boolean} [urgent] whether it interrupts what is being spoken
   */
  speak(text, tag, urgent = false) {
    const line = h("p", { lang: tag }, text);
    (urgent ? this._urgent : this._calm).append(line);
    setTimeout(() => line.remove(), SPOKEN_MILLISECONDS);
  }
}
