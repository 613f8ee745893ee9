// Days and times as a language writes them.

/**
 * @param {string} at an ISO time
 * @param {string} locale
 * @returns {string} hour and minute in Japan
 */
export function clockTime(at, locale) {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "Asia/Tokyo" }).format(new Date(at));
}

/**
 * @param {string} day ISO
 * @param {string} locale
 * @returns {string}
 */
export function longDate(day, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
