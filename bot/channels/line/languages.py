"""Which language a person uses LINE in."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from bot.content.language import known_languages


def language_of(tag: str | None) -> str | None:
    """Return the language that we know for a BCP 47 tag: by language and script, else by language; None without one."""
    told = _language_and_script(tag or "")
    known = {key: _language_and_script(entry.locale) for key, entry in known_languages().items()}
    exact = (key for key, entry in known.items() if entry == told)
    alike = (key for key, entry in known.items() if entry[0] == told[0])
    return next(exact, None) or next(alike, None)


def _language_and_script(tag: str) -> tuple[str, str]:
    """Return a tag's language and script, the likely script where it names none: `zh-TW` is written in `Hant`."""
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return tag.partition("-")[0], ""
    likely = get_global("likely_subtags")
    full = likely.get(f"{locale.language}_{locale.territory}") or likely.get(locale.language) or ""
    script = next((part for part in full.split("_") if len(part) == 4), "")
    return locale.language, locale.script or script
