// A reply's text as paragraphs and lists, with links to known hosts and telephone numbers.
import { h } from "./dom.js";
import { rubyNodes } from "./ruby.js";

const LINK = /https?:\/\/[^\s<>"「」（）、。]+|(?<![\d-])(?:0\d{1,4}-\d{1,4}-\d{3,4}|#7119|119)(?![\d-])/g;
const BULLET = /^\s*(?:[-・•]|✓)\s*(?=\S)/;
// How far a line of a list is drawn in, by the spaces before it: a case within a case.
const DEPTHS = [null, "inner", "innermost"];
const NUMBER = /^\s*\d{1,2}[.)．]\s+/;

/**
 * @typedef {object} Style
 * @property {boolean} furigana
 * @property {string[]} hosts that may be linked to
 * @property {(kind: "ol" | "ul", items: string[]) => Node | null} [list] draws a list of its own, if it knows it
 */

/**
 * @param {string} text
 * @param {Style} style
 * @returns {Node[]}
 */
export function richText(text, style) {
  return blocks(text).map(({ kind, lines }) => {
    if (kind === "p") return h("p", {}, ...lines.flatMap((line, place) => [place ? h("br") : "", ...inline(line, style)]));
    const items = lines.map((line) => line.replace(kind === "ol" ? NUMBER : BULLET, ""));
    const item = (/** @type {string} */ text, /** @type {number} */ place) =>
      h("li", { class: DEPTHS[depth(lines[place] ?? "")] ?? null }, ...inline(text, style));
    return style.list?.(kind, items) ?? h(kind, {}, ...items.map(item));
  });
}

/**
 * @param {string} line
 */
function depth(line) {
  return Math.floor((line.length - line.trimStart().length) / 2);
}

/**
 * @param {string} text
 * @returns {{kind: "p" | "ol" | "ul", lines: string[]}[]}
 */
function blocks(text) {
  const found = /** @type {{kind: "p" | "ol" | "ul" | "", lines: string[]}[]} */ ([]);
  for (const line of text.split("\n")) {
    const kind = !line.trim() ? "" : BULLET.test(line) ? "ul" : NUMBER.test(line) ? "ol" : "p";
    const last = found.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else found.push({ kind, lines: [line] });
  }
  return /** @type {{kind: "p" | "ol" | "ul", lines: string[]}[]} */ (found.filter((block) => block.kind));
}

/**
 * @param {string} line
 * @param {Style} style
 * @returns {(Node | string)[]}
 */
export function inline(line, style) {
  const nodes = /** @type {(Node | string)[]} */ ([]);
  let last = 0;
  for (const match of line.matchAll(LINK)) {
    const link = linked(match[0], style.hosts);
    if (!link) continue;
    nodes.push(...rubyNodes(line.slice(last, match.index), style.furigana), link);
    last = match.index + match[0].length;
  }
  return [...nodes, ...rubyNodes(line.slice(last), style.furigana)];
}

/**
 * @param {string} target an address or a telephone number
 * @param {string[]} hosts
 * @returns {Node | null}
 */
function linked(target, hosts) {
  if (!target.startsWith("http")) return h("a", { href: `tel:${target.replace(/[^\d#]/g, "")}` }, target);
  try {
    const url = new URL(target);
    if (!hosts.includes(url.hostname)) return null;
    return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, target);
  } catch {
    return null;
  }
}
