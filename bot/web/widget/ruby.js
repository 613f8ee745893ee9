// Readings over kanji: ｜漢字《かんじ》.
import { h } from "./dom.js";

const RUBY = /[｜|]([^｜|《》\n]+)《([^《》\n]+)》/g;

/**
 * @param {string} text
 * @returns {string}
 */
export function withoutRuby(text) {
  return text.replace(RUBY, "$1");
}

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function rubyNodes(text) {
  const nodes = /** @type {(Node | string)[]} */ ([]);
  let last = 0;
  for (const match of text.matchAll(RUBY)) {
    nodes.push(text.slice(last, match.index), h("ruby", {}, match[1], h("rp", {}, "（"), h("rt", {}, match[2]), h("rp", {}, "）")));
    last = match.index + match[0].length;
  }
  return [...nodes, text.slice(last)].filter((node) => node !== "");
}
