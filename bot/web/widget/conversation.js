// What was said, in order and once, and what is still to be sent.

/** @typedef {import("./types.js").ChatEvent} ChatEvent */
/** @typedef {import("./types.js").Outgoing} Outgoing */

const ID_BYTES = 24;

/** @returns {string} an id that nobody can guess */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_");
}

/** @returns {string} a UUID; crypto.randomUUID is missing on pages without TLS */
function newMessageId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export class Conversation {
  /** @param {import("./storage.js").Storage} storage */
  constructor(storage) {
    this._storage = storage;
    /** @type {Map<number, ChatEvent>} */
    this._events = new Map();
    /** @type {Outgoing[]} */
    this.outbox = storage.memory.outbox ?? [];
    this.id = storage.memory.conversation ?? "";
    if (!this.id) this._begin();
  }

  _begin() {
    this.id = newId();
    this._storage.keep({ conversation: this.id });
  }

  /** @returns {ChatEvent[]} */
  get events() {
    return [...this._events.values()].sort((one, other) => one.n - other.n);
  }

  /** @returns {number} the last event's number */
  get last() {
    return Math.max(0, ...this._events.keys());
  }

  /**
   * @param {ChatEvent[]} events
   * @returns {ChatEvent[]} those that are new
   */
  add(events) {
    const fresh = events.filter((event) => !this._events.has(event.n));
    for (const event of fresh) this._events.set(event.n, event);
    const answered = new Set(events.map((event) => event.id));
    if (this.outbox.some((message) => answered.has(message.id))) {
      this._keep(this.outbox.filter((message) => !answered.has(message.id)));
    }
    return fresh;
  }

  /**
   * @param {string} message
   * @param {string | null} shown
   * @param {string | null} language
   * @returns {Outgoing}
   */
  post(message, shown, language) {
    const outgoing = { id: newMessageId(), message, shown, language };
    this._keep([...this.outbox, outgoing]);
    return outgoing;
  }

  /** @param {string} id */
  withdraw(id) {
    this._keep(this.outbox.filter((message) => message.id !== id));
  }

  /** Leave what was said; what comes next is another conversation. */
  restart() {
    this.empty();
    this._storage.keep({ draft: "", done: {}, opinions: {}, earlier: [...this.earlier, this.id] });
    this._begin();
  }

  /** @returns {string[]} conversations that were left, oldest first */
  get earlier() {
    return this._storage.memory.earlier ?? [];
  }

  /** @param {string} id of an earlier conversation that is deleted now */
  forget(id) {
    this._storage.keep({ earlier: this.earlier.filter((one) => one !== id) });
  }

  /** Forget what was said. */
  empty() {
    this._events.clear();
    this._keep([]);
  }

  /** @param {Outgoing[]} outbox */
  _keep(outbox) {
    this.outbox = outbox;
    this._storage.keep({ outbox });
  }
}
