// Whom to ask: the insurer's name, telephone and hours in a language, with readings where it has them.

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
  const { contact, default_language: standard } = config;
  const told = (/** @type {"name" | "hours"} */ key) => {
    const words = /** @type {Record<string, string>} */ ({ ...contact[key], ...contact.ruby[key] });
    return words[language] ?? words[standard] ?? null;
  };
  return { name: told("name") ?? "", telephone: contact.telephone, hours: told("hours") };
}
