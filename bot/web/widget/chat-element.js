// The custom element: its attributes, and its coming and going on the page.
import { Chat } from "./chat.js";
import { readable } from "./colour.js";
import { sheet } from "./styles.js";

export class ChatElement extends HTMLElement {
  static observedAttributes = ["open", "language", "color", "greeting"];

  constructor() {
    super();
    this._root = this.attachShadow({ mode: "open" });
    this._root.adoptedStyleSheets = [sheet];
    /** @type {Chat | null} */
    this._chat = null;
    this._onWake = () => this._chat?.wake();
    this._onVisible = () => document.visibilityState === "visible" && this._chat?.wake();
  }

  connectedCallback() {
    const server = this.getAttribute("server") ?? new URL("../..", import.meta.url).href.replace(/\/$/, "");
    this._chat = new Chat(this, this._root, server);
    this._paint();
    addEventListener("online", this._onWake);
    document.addEventListener("visibilitychange", this._onVisible);
    this._chat.start(this.getAttribute("language") ?? (document.documentElement.lang || navigator.language));
  }

  disconnectedCallback() {
    removeEventListener("online", this._onWake);
    document.removeEventListener("visibilitychange", this._onVisible);
    this._chat?.leave();
    this._chat = null;
    this._root.replaceChildren();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this._chat || before === now) return;
    if (name === "color") this._paint();
    else if (name === "language" && now) this._chat.speak(now);
    else if (name === "open" && now === null) this._chat.close();
    else if (name === "open") this._chat.open({ focus: false });
    else this._chat.draw();
  }

  /** Open the chat, with the focus in it. */
  open() {
    this._chat?.open();
  }

  /** Close the chat. */
  close() {
    this._chat?.close();
  }

  _paint() {
    const colour = readable(this.getAttribute("color") ?? "");
    this.style.setProperty("--accent", colour?.accent ?? "");
    this.style.setProperty("--on-accent", colour?.onAccent ?? "");
  }
}
