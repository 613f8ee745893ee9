// Whom to ask: the insurer's name, telephone and hours in a language.

/**
 * @typedef {object} Contact
 * @property {string} name
 * @property {string | null} telephone
 * @property {string | null} hours
 */

/**
 * @param {import("./types.js").Config | null} config
 * @param {string} language
 * @returns {Contact | null} in the default language where it isn't told in this one; null where nothing is known yet
 */
export function contactIn(config, language) {
  if (!config) return null;
  const { contact: { name, telephone, hours }, default_language: standard } = config;
  const told = (/** @type {Record<string, string> | null} */ words) => words?.[language] ?? words?.[standard] ?? null;
  return { name: told(name) ?? "", telephone, hours: told(hours) };
}
