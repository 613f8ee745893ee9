// Speaks each new message once to screen readers, in its own language. Apart from the history, which stays silent.
import { h } from "./dom.js";
import { withoutRuby } from "./ruby.js";

const SPOKEN_MILLISECONDS = 10000;

export class Announcer {
  constructor() {
    this.element = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
  }

  /**
   * @param {string} text
   * @param {string} tag BCP 47
   */
  speak(text, tag) {
    const line = h("p", { lang: tag }, withoutRuby(text));
    this.element.append(line);
    setTimeout(() => line.remove(), SPOKEN_MILLISECONDS);
  }
}
