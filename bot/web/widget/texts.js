// The interface's own words in one language.
import { plain } from "./furigana.js";

const FALLBACK = "ja";

/** What browsers call languages that we name by their script or land. */
const ALIASES = /** @type {Record<string, string>} */ ({
  zh: "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", pt: "pt-BR", tl: "fil",
});

/** A language with the interface's words in it; a key that has none stands for itself. */
export class Tongue {
  /**
   * @param {string} language
   * @param {Record<string, string>} words
   * @param {import("./furigana.js").Furigana} furigana
   */
  constructor(language, words, furigana) {
    this.language = language;
    this.furigana = furigana;
    /** What a screen reader is told, as BCP 47. */
    this.tag = words.tag;
    this._words = words;
  }

  /** @returns {string | undefined} when this language shows readings, "always" or on "wish"; nothing where it has none */
  get readings() {
    return this._words.readings;
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} [values] of the text's {places}
   * @returns {Node | string} the word, with its readings where they are shown
   */
  words(key, values) {
    return this.furigana.write(this._say(key, values));
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} [values] of the text's {places}
   * @returns {string} the word where no readings can be: in names of things, and in what is announced
   */
  label(key, values) {
    return plain(this._say(key, values));
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
 * @param {import("./furigana.js").Furigana} furigana
 * @returns {Promise<Tongue>} the nearest that there is
 */
export async function learn(wanted, furigana) {
  for (const name of new Set([wanted, wanted.split("-")[0], FALLBACK])) {
    const language = ALIASES[name] ?? name;
    const response = await fetch(new URL(`texts/${language}.json`, import.meta.url));
    if (response.ok) return new Tongue(language, await response.json(), furigana);
  }
  throw new Error("no texts");
}
