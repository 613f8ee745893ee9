// The chat: a button on the page, and the panel that it opens; what is said, shown and done in it.
import { Announcer } from "./announcer.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { h, icon, ICONS } from "./dom.js";
import { HistoryView } from "./history-view.js";
import { menu } from "./menu.js";
import { rubyNodes } from "./ruby.js";
import { Storage } from "./storage.js";
import { loadTexts, plain, speaker, tagOf } from "./texts.js";
import { RefusedError, Transport } from "./transport.js";

const FALLBACK = "ja";
const GREET = "/greet";
const PERSON = "/human_handoff";

export class Chat {
  /**
   * @param {HTMLElement} host the custom element
   * @param {ShadowRoot} root
   * @param {string} server
   */
  constructor(host, root, server) {
    this._host = host;
    this._say = speaker({});
    this._language = FALLBACK;
    this._failed = false;
    this._sending = false;
    /** @type {import("./types.js").Config | null} */
    this._config = null;
    this._storage = new Storage(server, host.getAttribute("remember") === "device");
    this._conversation = new Conversation(this._storage);
    this._transport = new Transport(server, {
      events: (events) => this._take(events),
      typing: (on) => this._type(on),
      cleared: () => this._cleared(),
      last: () => this._conversation.last,
    });
    this._history = new HistoryView();
    this._announcer = new Announcer();
    this._composer = new Composer((message, shown) => this._post(message, shown), (draft) => this._storage.keep({ draft }));
    this._composer.draft = this._storage.memory.draft ?? "";
    this._launcher = h("button", { type: "button", class: "launcher", "aria-haspopup": "dialog", click: () => this.open() }, icon(ICONS.chat), h("span"));
    this._title = h("h2", { id: "title" });
    this._menuButton = h("button", { type: "button", class: "round", "aria-expanded": "false", "aria-controls": "menu", click: () => this._showMenu(this._menu.hidden) }, icon(ICONS.menu));
    this._closeButton = h("button", { type: "button", class: "round", click: () => this.close() }, icon(ICONS.close));
    this._menu = h("div", { class: "menu", id: "menu", role: "group", "aria-labelledby": "title", hidden: true });
    this._notice = h("div", { class: "notice", role: "status" });
    this._panel = h("div", { class: "panel", role: "dialog", "aria-labelledby": "title", tabindex: "-1", hidden: true, keydown: (/** @type {KeyboardEvent} */ event) => this._escape(event) },
      h("div", { class: "head" }, this._title, this._menuButton, this._closeButton),
      this._menu, this._history.element, this._notice, this._composer.element);
    root.replaceChildren(this._launcher, this._panel, this._announcer.element);
  }

  /** @param {string} wanted the language that the page asks for; one that the person chose comes first */
  async start(wanted) {
    await this.speak(this._storage.memory.language ?? wanted);
    if (this._host.hasAttribute("open") || this._storage.memory.open) await this.open({ focus: false });
  }

  get isOpen() {
    return !this._panel.hidden;
  }

  /** @param {{focus?: boolean}} [how] whether the focus goes into the chat */
  async open({ focus = true } = {}) {
    if (this.isOpen) return;
    this._panel.hidden = false;
    this._launcher.hidden = true;
    this._storage.keep({ open: true });
    this._host.toggleAttribute("open", true);
    if (focus) this._focusIn();
    this._tell("open", {});
    await this._begin();
  }

  /** Hide the panel; the focus goes back to the button. */
  close() {
    if (this._panel.hidden) return;
    this._panel.hidden = true;
    this._launcher.hidden = false;
    this._storage.keep({ open: false });
    this._host.toggleAttribute("open", false);
    this._transport.close();
    this._launcher.focus();
    this._tell("close", {});
  }

  /** Leave the server. */
  leave() {
    this._transport.close();
  }

  async _begin() {
    const known = await this._transport.catchUp(this._conversation.id);
    this._config ??= await this._transport.config().catch(() => null);
    this._transport.connect(this._conversation.id);
    if (known && !this._conversation.events.length && !this._conversation.outbox.length) this._conversation.post(GREET, null, this._spoken());
    this.draw();
    this._history.toEnd();
    this._flush();
  }

  /** @param {string} language of the interface from now on, or the nearest to it */
  async speak(language) {
    const found = await loadTexts(language).catch(() => null);
    if (found) {
      this._language = found.language;
      this._say = speaker(found.words);
    }
    this.draw();
  }

  /** @returns {string | null} the interface's language, if the assistant speaks it too */
  _spoken() {
    const spoken = this._config?.languages.some(({ id }) => id === this._language);
    return spoken ? this._language : null;
  }

  get _furigana() {
    return this._storage.memory.furigana ?? this._language === "ja-easy";
  }

  /** Show everything as it is now. */
  draw() {
    const label = plain(this._say);
    const words = (/** @type {string} */ key) => rubyNodes(this._say(key), this._furigana);
    this._panel.lang = this._launcher.lang = tagOf(this._language);
    this._panel.dataset.size = String(this._storage.memory.size ?? 0);
    this._launcher.lastElementChild?.replaceChildren(...words("launcher"));
    this._title.replaceChildren(...words("title"));
    this._menuButton.setAttribute("aria-label", label("menu"));
    this._closeButton.setAttribute("aria-label", label("close"));
    this._composer.speak(this._say, this._language, this._furigana);
    this._composer.askDate(this._asksDate());
    this._drawHistory();
    if (!this._menu.hidden) this._drawMenu();
  }

  _drawHistory() {
    this._history.draw(this._conversation.events, this._conversation.outbox, this._failed, this._host.getAttribute("greeting") ?? "", () => this._flush(), {
      say: this._say, language: this._language, furigana: this._furigana, hosts: this._config?.links ?? [], storage: this._storage, host: this._host,
      press: (payload, title) => this._post(payload, title),
      judge: (event, helpful, reason) => this._judge(event, helpful, reason),
    });
  }

  _drawMenu() {
    if (!this._config) return;
    this._menu.replaceChildren(...menu({
      say: this._say, language: this._language, furigana: this._furigana, size: this._storage.memory.size ?? 0, config: this._config,
      choices: {
        speak: (language) => this._choose(language),
        resize: (size) => { this._storage.keep({ size }); this._panel.dataset.size = String(size); },
        furigana: (shown) => { this._storage.keep({ furigana: shown }); this.draw(); this._menuButton.focus(); },
        person: () => { this._showMenu(false); this._post(PERSON, plain(this._say)("talk_to_person")); },
        restart: () => this._restart(),
        forget: async () => { await this._transport.forget(); this._restart(); },
      },
    }));
  }

  /** @param {boolean} shown */
  _showMenu(shown) {
    this._menu.hidden = !shown;
    this._menuButton.setAttribute("aria-expanded", String(shown));
    if (shown) this._drawMenu();
    else this._menuButton.focus();
  }

  _asksDate() {
    return !this._conversation.outbox.length && this._conversation.events.at(-1)?.custom.ask?.kind === "date";
  }

  /**
   * @param {string} message
   * @param {string | null} shown what the person sees as said
   */
  _post(message, shown) {
    this._conversation.post(message, shown, this._spoken());
    this._notice.replaceChildren();
    this.draw();
    this._history.toEnd();
    this._flush();
  }

  async _flush() {
    if (this._sending) return;
    this._sending = true;
    this._failed = false;
    try {
      for (let next = this._conversation.outbox[0]; next; next = this._conversation.outbox[0]) {
        this._type(true);
        this._drawHistory();
        await this._transport.send(next).catch((error) => this._refused(error, next));
      }
    } catch {
      this._failed = true;
      this._announcer.speak(this._say("not_sent"), tagOf(this._language));
    } finally {
      this._sending = false;
      this._type(false);
      this.draw();
    }
  }

  /**
   * @param {unknown} error
   * @param {import("./types.js").Outgoing} message
   */
  _refused(error, message) {
    if (!(error instanceof RefusedError)) throw error;
    this._conversation.withdraw(message.id);
    if (!message.message.startsWith("/")) this._composer.draft = message.message;
    this._notice.replaceChildren(...rubyNodes(this._say("refused"), this._furigana));
    this._tell("error", { code: error.message });
  }

  /** @param {import("./types.js").ChatEvent[]} events */
  _take(events) {
    const fresh = this._conversation.add(events);
    if (!fresh.length) return;
    for (const { from, text, custom } of fresh) {
      if (from !== "assistant" || !this._transport.live) continue;
      this._announcer.speak(text, tagOf(custom.language ?? this._language));
      this._tell("answer", { topic: custom.topic ?? null, outcome: custom.outcome ?? null, language: custom.language ?? null });
    }
    this.draw();
    this._follow(fresh.at(-1)?.custom.language);
  }

  /** @param {string | null | undefined} language that the assistant has turned to */
  _follow(language) {
    if (!language || language === this._language || !this._transport.live || this._spoken() === null) return;
    this._storage.keep({ language });
    this.speak(language);
  }

  /** @param {string} language */
  async _choose(language) {
    this._storage.keep({ language });
    await this.speak(language);
    this._showMenu(false);
    const name = this._config?.languages.find(({ id }) => id === language)?.name ?? language;
    this._post(`/change_language${JSON.stringify({ chosen_language: language, language })}`, name);
  }

  async _restart() {
    this._conversation.restart();
    this._composer.draft = "";
    if (!this._menu.hidden) this._showMenu(false);
    await this._begin();
  }

  _cleared() {
    this._conversation.empty();
    this.draw();
  }

  /**
   * @param {number} event
   * @param {boolean} helpful
   * @param {string | null} reason
   */
  async _judge(event, helpful, reason) {
    await this._transport.judge(event, helpful, reason);
    this._storage.keep({ opinions: { ...this._storage.memory.opinions, [event]: helpful } });
    this._tell("feedback", { helpful, reason });
  }

  /** @param {boolean} on */
  _type(on) {
    this._history.typing.hidden = !(on || this._sending);
    if (on) this._history.element.scrollTop = this._history.element.scrollHeight;
  }

  /** Look what was missed, and send what is waiting: the page was asleep, or the network is back. */
  wake() {
    if (this._panel.hidden) return;
    this._transport.wake();
    this._flush();
  }

  /** @param {KeyboardEvent} event */
  _escape(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (this._menu.hidden) this.close();
    else this._showMenu(false);
  }

  _focusIn() {
    // On a phone the focus would bring up the keyboard over the greeting.
    const target = matchMedia("(pointer: coarse)").matches ? this._panel : this._composer.area;
    target.focus();
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} detail never what was written
   */
  _tell(name, detail) {
    this._host.dispatchEvent(new CustomEvent(`madoguchi:${name}`, { bubbles: true, composed: true, detail }));
  }
}

