// What an answer rests on, and on which day it is true.
import { longDate } from "./dates.js";
import { h } from "./dom.js";
import { outside } from "./rich-text.js";

/**
 * @param {import("./types.js").ChatEvent} event
 * @param {import("./message-view.js").Surroundings} around
 * @returns {Node | ""} nothing where it rests on nothing
 */
export function sources({ custom }, { tongue, tagOfMessage, locale, write }) {
  const cited = custom.sources ?? [];
  if (!cited.length) return "";
  const day = custom.as_of ? longDate(custom.as_of, locale) : "";
  return h("details", { class: "sources" },
    h("summary", {}, h("span", {}, tongue.words("sources", { count: String(cited.length) })), h("span", { class: "as-of" }, tongue.words("as_of", { day }))),
    h("ul", { lang: tagOfMessage }, ...cited.map((source, place) => line(source, write(custom.ruby?.sources[place] ?? source.title)))));
}

/**
 * @param {import("./types.js").Source} source
 * @param {Node | string} title as it is shown
 */
function line({ publisher, date, where, url }, title) {
  const named = url?.startsWith("https://") ? outside(url, title) : title;
  return h("li", {}, h("cite", {}, named), h("span", {}, `${publisher} · ${date}`), h("span", { lang: "ja" }, where));
}
