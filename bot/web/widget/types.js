// What travels between widget and server; for the type checker only.

/** @typedef {{title: string, payload: string}} Button */
/** @typedef {{leaflet: string, publisher: string, title: string, date: string, where: string, url?: string}} Source */
/** @typedef {{kind: string, heading: string | null, lines: string[]}} Part */
/** @typedef {{parts?: Part[], dates_text?: {name: string, day: string, text: string}[]}} Decision */
/**
 * @typedef {object} Custom
 * @property {string | null} [topic]
 * @property {string[]} [questions]
 * @property {string} [outcome]
 * @property {string | null} [language]
 * @property {string} [as_of]
 * @property {Source[]} [sources]
 * @property {{fact: string, kind: string}} [ask]
 * @property {Decision} [decision]
 * @property {{text: string, buttons: string[], decision: Decision, sources: string[]}} [ruby] what is shown, with readings
 */
/** @typedef {{n: number, from: "person" | "assistant", id: string, text: string, at: string, buttons: Button[], custom: Custom}} ChatEvent */
/** @typedef {{id: string, message: string, shown: string | null, language: string | null}} Outgoing */
/** @typedef {{id: string, name: string, tag: string, locale: string}} Spoken */
/** @typedef {{name: Record<string, string>, hours: Record<string, string> | null}} Names */
/** @typedef {{languages: Spoken[], default_language: string, contact: Names & {telephone: string | null, ruby: Names}, links: string[], today: string}} Config */

export {};
