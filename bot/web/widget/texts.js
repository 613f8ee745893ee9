// The interface's own words in one language.
import { rubyNodes, withoutRuby } from "./ruby.js";

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

/** A language with the interface's words in it; a key that has none stands for itself. */
export class Tongue {
  /**
   * @param {string} language
   * @param {Record<string, string>} words
   */
  constructor(language, words) {
    this.language = language;
    this.tag = tagOf(language);
    this._words = words;
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} [values] of the text's {places}
   * @returns {(Node | string)[]} the word with its readings
   */
  words(key, values) {
    return rubyNodes(this._say(key, values));
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} [values] of the text's {places}
   * @returns {string} the word for names and labels, which can't carry readings
   */
  label(key, values) {
    return withoutRuby(this._say(key, values));
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} [values]
   */
  _say(key, values = {}) {
    return (this._words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }
}

/**
 * @param {string} wanted a language as we or a browser call it
 * @returns {Promise<Tongue>} the nearest that there is
 */
export async function learn(wanted) {
  for (const language of new Set([ALIASES[wanted] ?? wanted, wanted.split("-")[0], FALLBACK])) {
    const response = await fetch(new URL(`texts/${language}.json`, import.meta.url));
    if (response.ok) return new Tongue(language, await response.json());
  }
  throw new Error("no texts");
}
