// A site's own colour, and black or white upon it, whichever can be read.

/**
 * @param {string} colour #rgb or #rrggbb
 * @returns {{accent: string, onAccent: string} | null} null where it is no such colour
 */
export function readable(colour) {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim());
  if (!match) return null;
  const digits = match[1].length === 3 ? [...match[1]].map((digit) => digit + digit).join("") : match[1];
  const [red, green, blue] = [0, 2, 4].map((place) => linear(parseInt(digits.slice(place, place + 2), 16) / 255));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where contrast with white (1.05 / …) and with black (… / 0.05) is the same.
  return { accent: `#${digits}`, onAccent: luminance > 0.179 ? "#000" : "#fff" };
}

/** @param {number} channel */
function linear(channel) {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
