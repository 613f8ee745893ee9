// A site's own colour for the whole chat: what stands on it, and a shade of it that can be read on light and on dark paper.

const PAPERS = { light: [255, 255, 255], dark: [22, 32, 42] };
const READABLE = 4.5;
// From here on an area is told from the paper without an edge.
const DISCERNIBLE = 3;
const STEP = 0.06;

/**
 * Set a site's colour on the chat; its own where there is none, or no such colour.
 * @param {HTMLElement} host
 * @param {string | null} colour #rgb or #rrggbb
 */
export function paint(host, colour) {
  const shades = theme(colour ?? "");
  for (const name of ["accent", "on-accent", "link-light", "link-dark", "edge"]) host.style.setProperty(`--${name}`, shades?.[name] ?? "");
}

/**
 * @param {string} colour #rgb or #rrggbb
 * @returns {Record<string, string> | null} null where it is no such colour
 */
export function theme(colour) {
  const own = channels(colour);
  if (!own) return null;
  const light = contrast(own, [255, 255, 255]);
  return {
    accent: hex(own),
    "on-accent": light >= READABLE || light >= contrast(own, [0, 0, 0]) ? "#fff" : "#000",
    "link-light": hex(towards(own, PAPERS.light, [0, 0, 0])),
    "link-dark": hex(towards(own, PAPERS.dark, [255, 255, 255])),
    edge: light < DISCERNIBLE ? "var(--line)" : hex(own),
  };
}

/**
 * @param {number[]} own
 * @param {number[]} paper
 * @param {number[]} end the colour that can be read best on it
 * @returns {number[]} the nearest shade that can be read
 */
function towards(own, paper, end) {
  let shade = own;
  for (let part = STEP; contrast(shade, paper) < READABLE; part += STEP) shade = own.map((channel, place) => Math.round(channel + (end[place] - channel) * Math.min(part, 1)));
  return shade;
}

/**
 * @param {string} colour
 * @returns {number[] | null} red, green and blue, 0 to 255
 */
function channels(colour) {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim());
  if (!match) return null;
  const digits = match[1].length === 3 ? [...match[1]].map((digit) => digit + digit).join("") : match[1];
  return [0, 2, 4].map((place) => parseInt(digits.slice(place, place + 2), 16));
}

/** @param {number[]} colour */
function hex(colour) {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 * @returns {number} 1 to 21, as WCAG has it
 */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {number[]} colour */
function luminance(colour) {
  const [red, green, blue] = colour.map((channel) => linear(channel / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number} channel */
function linear(channel) {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
