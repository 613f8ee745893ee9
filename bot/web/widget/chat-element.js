// The custom element: its attributes, and its coming and going on the page. The chat is fetched when it is first opened.
import { paint } from "./colour.js";
import { isMarked } from "./history-mark.js";
import { Furigana } from "./furigana.js";
import { Launcher } from "./launcher.js";
import { pause } from "./patience.js";
import { isSheet } from "./screen.js";
import { Storage } from "./storage.js";
import { hostSheet } from "./style-host.js";
import { learn, Tongue } from "./texts.js";

const SLOW_MILLISECONDS = 500;

export class ChatElement extends HTMLElement {
  static observedAttributes = ["open", "language", "color", "greeting"];

  constructor() {
    super();
    this._root = this.attachShadow({ mode: "open" });
    this._root.adoptedStyleSheets = [hostSheet];
    /** @type {import("./chat.js").Chat | null} */
    this._chat = null;
    /** @type {Promise<import("./chat.js").Chat | null> | null} */
    this._fetched = null;
    /** @type {Launcher | null} */
    this._launcher = null;
    this._furigana = new Furigana(this._root);
    this._tongue = new Tongue("ja", { tag: "ja" }, this._furigana);
    this._spoken = 0;
    this._onWake = () => this._chat?.wake();
    this._onVisible = () => document.visibilityState === "visible" && this._chat?.wake();
  }

  connectedCallback() {
    this._server = this.getAttribute("server") ?? new URL("../..", import.meta.url).href.replace(/\/$/, "");
    this._storage = new Storage(this._server, this.getAttribute("remember") === "device");
    const launcher = new Launcher(() => this.open());
    this._launcher = launcher;
    this._root.replaceChildren(launcher.element);
    paint(this, this.getAttribute("color"));
    addEventListener("online", this._onWake);
    document.addEventListener("visibilitychange", this._onVisible);
    this._start(this._storage.memory);
  }

  disconnectedCallback() {
    removeEventListener("online", this._onWake);
    document.removeEventListener("visibilitychange", this._onVisible);
    this._chat?.leave();
    this._chat = this._fetched = this._launcher = null;
    this._root.replaceChildren();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this._launcher || before === now) return;
    if (name === "color") paint(this, now);
    else if (name === "language" && now) this.speak(now);
    else if (name === "open" && now === null) this.close();
    else if (name === "open") this.open({ focus: false });
    else this._chat?.greet();
  }

  /**
   * Open the chat.
   * @param {{focus?: boolean}} [how] whether the focus goes into it
   */
  async open({ focus = true } = {}) {
    this._fetched ??= this._fetch();
    (await this._fetched)?.open({ focus });
  }

  /** Close the chat. */
  close() {
    this._chat?.close();
  }

  /**
   * Speak a language from now on, or the nearest to it that there is.
   * @param {string} wanted
   */
  async speak(wanted) {
    const turn = ++this._spoken;
    for (let attempt = 0; turn === this._spoken; attempt += 1) {
      const tongue = await learn(wanted, this._furigana).catch(() => null);
      if (tongue && turn === this._spoken) return this._speak(tongue);
      await pause(attempt);
    }
  }

  /** @param {import("./storage.js").Memory} memory where a language that the person chose comes before the page's */
  async _start({ language, open }) {
    const asked = this.hasAttribute("open") || (open && (!isSheet() || isMarked()));
    await this.speak(language ?? this.getAttribute("language") ?? (document.documentElement.lang || navigator.language));
    if (asked) await this.open({ focus: false });
  }

  /** @param {Tongue} tongue */
  _speak(tongue) {
    this._tongue = tongue;
    this._furigana.show(this._wishesReadings(tongue));
    this._launcher?.speak(tongue);
    this._chat?.speak(tongue);
  }

  /** @param {Tongue} tongue for which the person may have chosen before */
  _wishesReadings({ language, readings }) {
    return Boolean(readings) && (this._storage?.memory.furigana?.[language] ?? readings === "always");
  }

  /** @returns {Promise<import("./chat.js").Chat | null>} null where the element has left the page meanwhile */
  async _fetch() {
    const launcher = this._launcher;
    if (!launcher) return null;
    const slow = setTimeout(() => launcher.tell(this._tongue.label("loading")), SLOW_MILLISECONDS);
    for (let attempt = 0; launcher === this._launcher; attempt += 1) {
      try {
        // A browser remembers that an address failed; another one is tried anew.
        const { Chat } = await import(attempt ? `./chat.js?${attempt}` : "./chat.js");
        launcher.tell("");
        this._chat = new Chat({ host: this, root: this._root, server: this._server, storage: this._storage, tongue: this._tongue, launcher: launcher.button });
        return this._chat;
      } catch {
        launcher.tell(this._tongue.label("no_connection"));
        await pause(attempt);
      } finally {
        clearTimeout(slow);
      }
    }
    return null;
  }
}
