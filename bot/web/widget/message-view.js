// One message: what was said, by whom, when, and what it rests on.
import { decisionLists } from "./decision-lists.js";
import { h } from "./dom.js";
import { feedback } from "./feedback.js";
import { copy, print } from "./paper.js";
import { richText } from "./rich-text.js";
import { rubyNodes, withoutRuby } from "./ruby.js";
import { plain, tagOf } from "./texts.js";

const JUDGED = ["answered", "decided", "declined"];

/**
 * @typedef {object} Surroundings
 * @property {import("./types.js").Say} say
 * @property {string} language of the interface
 * @property {boolean} furigana
 * @property {string[]} hosts
 * @property {import("./storage.js").Storage} storage
 * @property {HTMLElement} host
 * @property {(payload: string, title: string) => void} press
 * @property {(event: number, helpful: boolean, reason: string | null) => Promise<void>} judge
 */

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {boolean} latest whether its buttons still serve
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
export function messageView(event, latest, around) {
  const { say, furigana } = around;
  const tag = tagOf(event.custom.language ?? around.language);
  const urgent = event.custom.outcome === "emergency";
  const mine = event.from === "person";
  const list = decisionLists(event, plain(say), around.storage);
  const body = h("div", { class: "body", lang: mine ? null : tag }, ...richText(event.text, { furigana, hosts: mine ? [] : around.hosts, list }));
  const message = h("li", { class: `message ${mine ? "mine" : "theirs"}${urgent ? " urgent" : ""}`, tabindex: "-1", "data-n": event.n });
  message.append(
    h("span", { class: "unseen" }, plain(say)(mine ? "you" : "assistant")),
    urgent ? h("p", { class: "alarm", role: "alert" }, h("a", { href: "tel:119" }, "119")) : "",
    body,
    h("time", { class: "when", datetime: event.at }, clockTime(event.at, tagOf(around.language))),
  );
  if (!mine) message.append(...belongings(event, latest, message, around));
  return message;
}

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {boolean} latest
 * @param {HTMLElement} message
 * @param {Surroundings} around
 * @returns {Node[]}
 */
function belongings(event, latest, message, around) {
  const parts = /** @type {Node[]} */ ([]);
  if (event.custom.sources?.length) parts.push(sources(event, around));
  if (latest && event.buttons.length) parts.push(choices(event.buttons, around));
  if (JUDGED.includes(event.custom.outcome ?? "") && event.custom.topic) parts.push(tools(event, message, around));
  return parts;
}

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {Surroundings} around
 */
function sources(event, { say, furigana, language }) {
  const cited = event.custom.sources ?? [];
  const tag = tagOf(event.custom.language ?? language);
  const day = event.custom.as_of ? longDate(event.custom.as_of, tagOf(language)) : "";
  const lines = cited.map(({ publisher, title, date, where }) =>
    h("li", {}, h("cite", {}, title), h("span", {}, `${publisher} · ${date}`), h("span", { lang: "ja" }, where)));
  return h("details", { class: "sources" },
    h("summary", {}, ...rubyNodes(say("sources", { count: String(cited.length) }), furigana), h("span", { class: "as-of" }, withoutRuby(say("as_of", { day })))),
    h("ul", { lang: tag }, ...lines));
}

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {HTMLElement} message
 * @param {Surroundings} around
 */
function tools(event, message, { say, furigana, storage, host, judge }) {
  const words = (/** @type {string} */ key) => rubyNodes(say(key), furigana);
  const copied = async (/** @type {Event} */ { target }) => {
    await copy(withoutRuby(event.text));
    /** @type {HTMLElement} */ (target).replaceChildren(...words("copied"));
  };
  return h("div", { class: "tools" },
    feedback({ say, furigana, opinion: storage.memory.opinions?.[event.n], judge: (helpful, reason) => judge(event.n, helpful, reason) }),
    h("div", { class: "paper" },
      h("button", { type: "button", click: copied }, ...words("copy")),
      h("button", { type: "button", click: () => print(message, host) }, ...words("print"))));
}

/**
 * @param {import("./types.js").Button[]} buttons
 * @param {Surroundings} around
 */
function choices(buttons, { press, say, furigana }) {
  const drawn = buttons.map(({ title, payload }) =>
    h("button", { type: "button", click: () => press(payload, withoutRuby(title)) }, ...rubyNodes(title, furigana)));
  return h("div", { class: "choices", role: "group", "aria-label": plain(say)("choices") }, ...drawn);
}

/**
 * @param {string} at
 * @param {string} tag
 */
function clockTime(at, tag) {
  return new Intl.DateTimeFormat(tag, { hour: "numeric", minute: "2-digit", timeZone: "Asia/Tokyo" }).format(new Date(at));
}

/**
 * @param {string} day ISO
 * @param {string} tag
 */
export function longDate(day, tag) {
  return new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
