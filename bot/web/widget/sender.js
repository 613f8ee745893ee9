// Sends what is waiting, one message after another, each once.
import { RefusedError } from "./transport.js";

/** @typedef {import("./types.js").Outgoing} Outgoing */

export class Sender {
  /**
   * @param {import("./conversation.js").Conversation} conversation
   * @param {import("./transport.js").Transport} transport
   * @param {{sending: (on: boolean) => void, failed: (failed: boolean) => void, refused: (message: Outgoing, code: string) => void}} listener
   */
  constructor(conversation, transport, listener) {
    this._conversation = conversation;
    this._transport = transport;
    this._listener = listener;
    this._busy = false;
  }

  async flush() {
    if (this._busy || !this._conversation.outbox.length) return;
    this._busy = true;
    this._listener.failed(false);
    this._listener.sending(true);
    const failed = await this._sendAll().then(() => false, () => true);
    this._busy = false;
    this._listener.sending(false);
    if (failed) this._listener.failed(true);
  }

  async _sendAll() {
    for (let next = this._conversation.outbox[0]; next; next = this._conversation.outbox[0]) {
      await this._transport.send(next).catch((error) => this._refused(error, next));
    }
  }

  /**
   * @param {unknown} error
   * @param {Outgoing} message
   */
  _refused(error, message) {
    if (!(error instanceof RefusedError)) throw error;
    this._conversation.withdraw(message.id);
    this._listener.refused(message, error.message);
  }
}
