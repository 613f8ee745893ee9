// The way to the server: messages by POST, what is said by Server-Sent Events, by asking now and then where those fail.

/** @typedef {import("./types.js").ChatEvent} ChatEvent */
/** @typedef {import("./types.js").Outgoing} Outgoing */

const POLL_MILLISECONDS = 4000;
const RECONNECT_MILLISECONDS = 8000;
const POST_MILLISECONDS = 30000;
const READ_MILLISECONDS = 15000;

/** The server understood the request and refused it; sending it again would not help. */
export class RefusedError extends Error {}

/**
 * @typedef {object} Listener
 * @property {(events: ChatEvent[]) => void} events
 * @property {(on: boolean) => void} typing
 * @property {() => void} cleared
 * @property {() => number} last the number of the last event that is known
 */

export class Transport {
  /**
   * @param {string} server
   * @param {Listener} listener
   */
  constructor(server, listener) {
    this._server = server;
    this._listener = listener;
    this._conversation = "";
    /** Whether what arrives is new, and not what was said before the chat was opened. */
    this.live = false;
    /** @type {EventSource | null} */
    this._source = null;
    this._timer = 0;
  }

  /** @returns {Promise<import("./types.js").Config>} */
  async config() {
    return (await this._fetch("/config", { signal: AbortSignal.timeout(READ_MILLISECONDS) })).json();
  }

  /**
   * Ask what was said before.
   * @param {string} conversation
   */
  async catchUp(conversation) {
    this.close();
    this._conversation = conversation;
    this.live = false;
    await this._ask();
  }

  /** @param {string} conversation */
  connect(conversation) {
    this.close();
    this._conversation = conversation;
    this.live = true;
    this._listen();
  }

  close() {
    clearTimeout(this._timer);
    this._source?.close();
    this._source = null;
  }

  /** Look again at once: the page was asleep, or the network is back. */
  wake() {
    if (this.live) this.connect(this._conversation);
  }

  /** @param {Outgoing} message */
  async send(message) {
    const response = await this._fetch(`/${this._conversation}/messages`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(POST_MILLISECONDS),
    });
    this._listener.events((await response.json()).events);
  }

  /**
   * @param {number} event
   * @param {boolean} helpful
   * @param {string | null} reason
   */
  async judge(event, helpful, reason) {
    const body = JSON.stringify({ event, helpful, reason });
    await this._fetch(`/${this._conversation}/feedback`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  }

  /** @param {string} conversation */
  async forget(conversation) {
    await this._fetch(`/${conversation}`, { method: "DELETE" });
  }

  _listen() {
    const address = `${this._server}/api/chat/${this._conversation}/events?after=${this._listener.last()}`;
    const source = new EventSource(address);
    this._source = source;
    source.addEventListener("message", (event) => this._listener.events([JSON.parse(event.data)]));
    source.addEventListener("typing", (event) => this._listener.typing(JSON.parse(event.data).on));
    source.addEventListener("cleared", () => this._listener.cleared());
    // A browser connects again by itself after a broken connection, but gives up after a refusal, such as a proxy's.
    source.addEventListener("error", () => {
      this._listener.typing(false);
      if (source.readyState === EventSource.CLOSED) this._poll(RECONNECT_MILLISECONDS);
    });
  }

  /** @param {number} left how long to ask before a live connection is tried again */
  _poll(left) {
    clearTimeout(this._timer);
    this._timer = window.setTimeout(async () => {
      await this._ask().catch(() => {});
      if (left > POLL_MILLISECONDS) this._poll(left - POLL_MILLISECONDS);
      else if (this._conversation) this._listen();
    }, POLL_MILLISECONDS);
  }

  async _ask() {
    const response = await this._fetch(`/${this._conversation}/history?after=${this._listener.last()}`, { signal: AbortSignal.timeout(READ_MILLISECONDS) });
    const { events, cleared } = await response.json();
    if (cleared) this._listener.cleared();
    this._listener.events(events);
  }

  /**
   * @param {string} path
   * @param {RequestInit} [options]
   * @returns {Promise<Response>}
   */
  async _fetch(path, options) {
    const response = await fetch(`${this._server}/api/chat${path}`, { credentials: "omit", ...options });
    if (response.ok) return response;
    if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) {
      const { error } = await response.json().catch(() => ({ error: null }));
      throw new RefusedError(error?.code ?? String(response.status));
    }
    throw new Error(`status ${response.status}`);
  }
}
