// A reply's text as paragraphs and lists, with links to known hosts and telephone numbers.
import { h } from "./dom.js";
import { telephone } from "./telephone.js";

const LINK = /https?:\/\/[^\s<>"「」（）、。]+|(?<![\d-])(?:0\d{1,4}-\d{1,4}-\d{3,4}|#7119|119)(?![\d-])/g;
const BULLET = /^\s*(?:[-・•]|✓)\s*(?=\S)/;
const NUMBER = /^\s*\d{1,2}[.)．]\s+/;
/**
 * @typedef {object} Pen
 * @property {string[]} hosts that may be linked to
 * @property {(text: string) => Node | string} write as it is shown: with readings, or without
 */

// How far a line of a list is drawn in, by the spaces before it: a case within a case.
const DEPTHS = [null, "inner", "innermost"];

/**
 * @param {string} text
 * @param {Pen} pen
 * @returns {Node[]}
 */
export function richText(text, pen) {
  return blocks(text).map(({ kind, lines }) => kind === "p" ? paragraph(lines, pen) : list(kind, lines, pen));
}

/**
 * @param {string[]} lines
 * @param {Pen} pen
 */
function paragraph(lines, pen) {
  return h("p", {}, ...lines.flatMap((line, place) => [place ? h("br") : "", ...inline(line, pen)]));
}

/**
 * @param {"ol" | "ul"} kind
 * @param {string[]} lines
 * @param {Pen} pen
 * @returns {HTMLElement}
 */
export function list(kind, lines, pen) {
  return h(kind, {}, ...lines.map((line) => h("li", { class: DEPTHS[depth(line)] ?? null }, ...inline(unmarked(line), pen))));
}

/**
 * @param {string} line
 * @returns {string} the line without its bullet or number
 */
export function unmarked(line) {
  return line.replace(BULLET, "").replace(NUMBER, "");
}

/**
 * @param {string} text
 * @returns {string} the text as it is spoken: without bullets and numbers of lists
 */
export function spoken(text) {
  return text.split("\n").map(unmarked).filter((line) => line.trim()).join("\n");
}

/** @param {string} line */
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
 * @param {Pen} pen
 * @returns {(Node | string)[]}
 */
export function inline(line, pen) {
  const nodes = /** @type {(Node | string)[]} */ ([]);
  let last = 0;
  for (const match of line.matchAll(LINK)) {
    const link = linked(match[0], pen.hosts);
    if (!link) continue;
    nodes.push(pen.write(line.slice(last, match.index)), link);
    last = match.index + match[0].length;
  }
  return [...nodes, pen.write(line.slice(last))];
}

/**
 * @param {string} target an address or a telephone number
 * @param {string[]} hosts
 * @returns {Node | null}
 */
function linked(target, hosts) {
  if (!target.startsWith("http")) return telephone(target);
  try {
    const url = new URL(target);
    return hosts.includes(url.hostname) ? outside(url.href, target) : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} address
 * @param {Node | string} text
 * @returns {HTMLAnchorElement} a link that leaves the page open
 */
export function outside(address, text) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}
