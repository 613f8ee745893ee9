// The chat: what is said, shown and done in the panel.
import { contactIn } from "./contact.js";
import { Conversation } from "./conversation.js";
import { SIZES } from "./header.js";
import { languages } from "./languages.js";
import { menu } from "./menu.js";
import { Panel } from "./panel.js";
import { pause } from "./patience.js";
import { hush } from "./reading.js";
import { spoken } from "./rich-text.js";
import { Sender } from "./sender.js";
import { chatSheets } from "./style.js";
import { Transport } from "./transport.js";

const GREET = "/greet";
const PERSON = "/human_handoff";

/** @typedef {import("./types.js").ChatEvent} ChatEvent */

/**
 * @typedef {object} Given
 * @property {import("./chat-element.js").ChatElement} host the custom element
 * @property {ShadowRoot} root
 * @property {string} server
 * @property {import("./storage.js").Storage} storage
 * @property {import("./texts.js").Tongue} tongue
 * @property {HTMLElement} launcher
 */

export class Chat {
  /** @param {Given} given */
  constructor({ host, root, server, storage, tongue, launcher }) {
    this._host = host;
    this._storage = storage;
    this._tongue = tongue;
    this._launcher = launcher;
    this._beginning = 0;
    this._following = false;
    /** @type {import("./types.js").Config | null} */
    this._config = null;
    this._conversation = new Conversation(storage);
    this._transport = new Transport(server, {
      events: (events) => this._take(events),
      typing: (on) => this._panel.type(on),
      cleared: () => this._cleared(),
      last: () => this._conversation.last,
    });
    this._sender = new Sender(this._conversation, this._transport, {
      sending: (on) => this._panel.type(on),
      failed: (failed) => this._fail(failed),
      refused: (message, code) => this._refused(message, code),
    });
    this._panel = new Panel({
      languages: () => this._showLanguages(), menu: () => this._showMenu(), resize: () => this._resize(), read: () => this._read(), close: () => this.close(),
      send: (message) => this._post(message, null), keepDraft: (draft) => this._storage.keep({ draft }),
    });
    this._panel.composer.draft = storage.memory.draft ?? "";
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...chatSheets];
    root.append(this._panel.element, this._panel.announcer.element);
    this.speak(tongue);
    this.greet();
  }

  /** @param {{focus?: boolean}} [how] whether the focus goes into the chat */
  async open({ focus = true } = {}) {
    if (this._panel.isOpen) return;
    this._launcher.hidden = true;
    this._storage.keep({ open: true });
    this._host.toggleAttribute("open", true);
    this._panel.open(focus);
    this._tell("open", {});
    await this._begin();
  }

  /** Hide the panel; the focus goes back to the button. */
  close() {
    if (!this._panel.isOpen) return;
    this._panel.close();
    this._launcher.hidden = false;
    this._storage.keep({ open: false });
    this._host.toggleAttribute("open", false);
    this._rest();
    this._launcher.focus();
    this._tell("close", {});
  }

  /** Leave the page. */
  leave() {
    this._rest();
    this._panel.release();
  }

  /** Leave the server, and be silent. */
  _rest() {
    this._beginning += 1;
    hush();
    this._transport.close();
  }

  /** Ask what was said before, until the server tells; then listen, and greet where nothing was said. */
  async _begin() {
    const turn = ++this._beginning;
    this._panel.tellState(this._tongue.label("loading"));
    for (let attempt = 0; !(await this._catchUp()); attempt += 1) {
      if (turn !== this._beginning) return;
      this._panel.tellState(this._tongue.label("no_connection"));
      await pause(attempt);
      if (turn !== this._beginning) return;
    }
    if (turn !== this._beginning) return;
    this._panel.tellState();
    this._transport.connect(this._conversation.id);
    this.speak(this._tongue);
    if (!this._conversation.events.length && !this._conversation.outbox.length) this._conversation.post(GREET, null, this._tongue.language);
    this._panel.list.wait(this._conversation.outbox, this._tongue);
    this._panel.scroller.toLatest();
    await this._sender.flush();
  }

  async _catchUp() {
    try {
      const [config] = await Promise.all([this._config ?? this._transport.config(), this._transport.catchUp(this._conversation.id)]);
      this._config = config;
      this._draw(this._conversation.events);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {import("./texts.js").Tongue} tongue of the interface from now on; what was said stays as it was */
  speak(tongue) {
    this._tongue = tongue;
    this._panel.speak(tongue);
    this._panel.resize(this._size, tongue);
    if (this._contact) this._panel.header.introduce(tongue, this._contact);
  }

  /** Show the site's own greeting as it is now. */
  greet() {
    this._panel.list.greet(this._host.getAttribute("greeting") ?? "", this._pen);
  }

  /** @param {string | null | undefined} language */
  _spoken(language) {
    return this._config?.languages.find(({ id }) => id === language);
  }

  /**
   * @param {string | null | undefined} language of what is said
   * @returns {string} what a screen reader is told, as BCP 47
   */
  _tagOf(language) {
    return this._spoken(language)?.tag ?? language ?? this._tongue.tag;
  }

  get _contact() {
    return contactIn(this._config, this._tongue.language);
  }

  /** @returns {import("./rich-text.js").Pen} */
  get _pen() {
    return { hosts: this._config?.links ?? [], write: (text) => this._tongue.furigana.write(text) };
  }

  /** The size of the text, as a place among the sizes. */
  get _size() {
    return this._storage.memory.size ?? 0;
  }

  /**
   * @param {ChatEvent} event
   * @returns {import("./message-view.js").Surroundings}
   */
  _around({ custom }) {
    const tag = this._tagOf(custom.language);
    return {
      tongue: this._tongue, tagOfMessage: tag, locale: this._spoken(custom.language)?.locale ?? tag,
      ...this._pen, storage: this._storage, host: this._host,
      press: (payload, title) => this._post(payload, title),
      judge: (event, helpful, reason) => this._judge(event, helpful, reason),
      tell: (key) => this._announce(key),
    };
  }

  /** @param {ChatEvent[]} events */
  _draw(events) {
    for (const event of events) this._panel.list.add(event, this._around(event));
  }

  /** @param {string} key of a word to show for a while and to speak */
  _announce(key) {
    this._panel.notify(this._tongue.label(key));
  }

  _showMenu() {
    const draw = () => menu(this._tongue, this._contact, {
      person: () => { this._panel.sheets.close(); this._post(PERSON, this._tongue.label("talk_to_person")); },
      restart: () => this._restart(),
      forget: () => this._forget(),
    });
    this._panel.sheets.toggle(this._panel.header.menu, draw);
  }

  _showLanguages() {
    this._panel.sheets.toggle(this._panel.header.languages, () => languages(this._tongue, this._config?.languages ?? [], (language) => this._choose(language)));
  }

  _resize() {
    this._storage.keep({ size: (this._size + 1) % SIZES.length });
    this._panel.resize(this._size, this._tongue);
    this._panel.announcer.speak(this._tongue.label(SIZES[this._size]), this._tongue.tag);
  }

  /** Show readings, or no longer, and remember it for this language. */
  _read() {
    const { furigana, language } = this._tongue;
    furigana.show(!furigana.shown);
    this._storage.keep({ furigana: { ...this._storage.memory.furigana, [language]: furigana.shown } });
    this._panel.header.showFurigana(this._tongue);
    this._panel.scroller.look();
  }

  /**
   * @param {string} message
   * @param {string | null} shown what the person sees as said
   */
  _post(message, shown) {
    this._conversation.post(message, shown, this._tongue.language);
    this._panel.notify();
    this._panel.list.settle();
    this._panel.list.wait(this._conversation.outbox, this._tongue);
    this._following = true;
    this._panel.scroller.toLatest();
    this._sender.flush();
  }

  /** @param {boolean} failed */
  _fail(failed) {
    this._panel.list.wait(this._conversation.outbox, this._tongue);
    this._panel.list.fail(failed, () => this._sender.flush(), this._tongue);
    if (!failed) return;
    this._panel.announcer.speak(this._tongue.label("not_sent"), this._tongue.tag);
    this._panel.scroller.toLatest();
  }

  /**
   * @param {import("./types.js").Outgoing} message
   * @param {string} code
   */
  _refused({ message }, code) {
    this._panel.list.wait(this._conversation.outbox, this._tongue);
    if (!message.startsWith("/")) this._panel.composer.draft = message;
    this._announce("refused");
    this._tell("error", { code });
  }

  /** @param {ChatEvent[]} events */
  _take(events) {
    const fresh = this._conversation.add(events);
    if (!fresh.length || !this._transport.live) return;
    const follow = this._following || this._panel.scroller.isAtEnd();
    this._draw(fresh);
    for (const event of fresh) if (event.from === "assistant") this._hear(event);
    this._panel.list.wait(this._conversation.outbox, this._tongue);
    if (follow) this._panel.scroller.toLatest();
    this._panel.scroller.look();
    this._following &&= !fresh.some(({ from }) => from === "assistant");
    this._follow(fresh.at(-1)?.custom.language);
  }

  /** @param {ChatEvent} event that has just been said */
  _hear({ text, buttons, custom }) {
    const choices = buttons.length ? [`${this._tongue.label("choices")}: ${buttons.map(({ title }) => title).join(", ")}`] : [];
    this._panel.announcer.speak([spoken(text), ...choices].join("\n"), this._tagOf(custom.language), custom.outcome === "emergency");
    this._tell("answer", { topic: custom.topic ?? null, outcome: custom.outcome ?? null, language: custom.language ?? null });
  }

  /** @param {string | null | undefined} language that the assistant has turned to */
  _follow(language) {
    if (!language || language === this._tongue.language || !this._spoken(language)) return;
    // Easy Japanese without answers of its own is answered in Japanese; its interface stays.
    if (this._tagOf(language) === this._tongue.tag && !this._spoken(this._tongue.language)) return;
    this._storage.keep({ language });
    this._host.speak(language);
  }

  /** @param {string} language */
  async _choose(language) {
    this._storage.keep({ language });
    this._panel.sheets.close();
    this._panel.tellState(this._tongue.label("loading"));
    await this._host.speak(language);
    this._panel.tellState();
    this._post(`/change_language${JSON.stringify({ chosen_language: language, language })}`, this._spoken(language)?.name ?? language);
  }

  async _restart() {
    this._conversation.restart();
    this._panel.composer.draft = "";
    this._panel.list.empty();
    this._panel.notify();
    this._panel.sheets.close();
    await this._begin();
  }

  /** Delete every conversation that was had here. What can't be deleted now can be later. */
  async _forget() {
    const all = [...this._conversation.earlier, this._conversation.id];
    const left = await Promise.allSettled(all.map((id) => this._transport.forget(id)));
    const gone = all.filter((_, place) => left[place].status === "fulfilled");
    if (gone.includes(this._conversation.id)) await this._restart();
    for (const id of gone) this._conversation.forget(id);
    if (gone.length < all.length) throw new Error("not all are deleted");
    this._announce("deleted");
  }

  _cleared() {
    this._conversation.empty();
    this._panel.list.empty();
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

  /** Look what was missed, and send what is waiting: the page was asleep, or the network is back. */
  wake() {
    if (!this._panel.isOpen) return;
    this._transport.wake();
    this._sender.flush();
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} detail never what was written
   */
  _tell(name, detail) {
    this._host.dispatchEvent(new CustomEvent(`madoguchi:${name}`, { bubbles: true, composed: true, detail }));
  }
}
