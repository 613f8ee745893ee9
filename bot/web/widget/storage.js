// What the widget remembers between page loads; in memory only where the browser forbids more.

/**
 * @typedef {object} Memory
 * @property {string} [conversation]
 * @property {string[]} [earlier] conversations that were left by starting over, and can still be deleted
 * @property {import("./types.js").Outgoing[]} [outbox]
 * @property {string} [language]
 * @property {number} [size] of the text
 * @property {Record<string, boolean>} [furigana] whether readings are shown, by the interface's language
 * @property {boolean} [open]
 * @property {string} [draft]
 * @property {Record<string, boolean>} [done] steps that were ticked off, by event and place
 * @property {Record<string, boolean>} [opinions] by event
 */

export class Storage {
  /**
   * @param {string} server
   * @param {boolean} lasting whether to remember beyond this tab
   */
  constructor(server, lasting) {
    this._key = `madoguchi:${server}`;
    /** @type {globalThis.Storage | null} */
    this._store = null;
    try {
      this._store = lasting ? localStorage : sessionStorage;
    } catch {
      // A sandboxed frame or a browser that blocks storage.
    }
    /** @type {Memory} */
    this.memory = this._read();
  }

  /** @returns {Memory} */
  _read() {
    try {
      return JSON.parse(this._store?.getItem(this._key) ?? "{}");
    } catch {
      return {};
    }
  }

  /** @param {Memory} change */
  keep(change) {
    Object.assign(this.memory, change);
    try {
      this._store?.setItem(this._key, JSON.stringify(this.memory));
    } catch {
      // Full: the conversation goes on without being remembered.
    }
  }
}
