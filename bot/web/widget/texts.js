// The interface's own words in one language.
import { withoutRuby } from "./ruby.js";

const FALLBACK = "ja";

/** Language ids of the assistant that BCP 47 writes otherwise. */
const TAGS = /** @type {Record<string, string>} */ ({ "ja-easy": "ja" });

/** What browsers call languages that we name by their script or land. */
const ALIASES = /** @type {Record<string, string>} */ ({
  zh: "zh-Hans", "zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", pt: "pt-BR", "pt-PT": "pt-BR", tl: "fil",
});

/**
 * @param {string} language
 * @returns {string} what a screen reader is told
 */
export function tagOf(language) {
  return TAGS[language] ?? language;
}

/**
 * @param {string} wanted a language as we or a browser call it
 * @returns {Promise<{language: string, words: Record<string, string>}>} the nearest that there is
 */
export async function loadTexts(wanted) {
  for (const language of new Set([ALIASES[wanted] ?? wanted, wanted.split("-")[0], FALLBACK])) {
    const response = await fetch(new URL(`texts/${language}.json`, import.meta.url));
    if (response.ok) return { language, words: await response.json() };
  }
  throw new Error("no texts");
}

/**
 * @param {Record<string, string>} words
 * @returns {import("./types.js").Say} tells a word's text, its {places} filled, its ruby as written
 */
export function speaker(words) {
  return (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/**
 * @param {import("./types.js").Say} say
 * @returns {import("./types.js").Say} the same for names and labels that can't carry ruby
 */
export function plain(say) {
  return (key, values) => withoutRuby(say(key, values));
}
