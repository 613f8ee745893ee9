"""Do two languages give the same dates, numbers and placeholders?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial

from babel.dates import get_month_names

from bot.content.insurer import PLACEHOLDER
from bot.content.language import known_languages

GROUPED = re.compile(r"(?<=\d)[,.\u00a0\u202f](?=\d{3}(?!\d))")
NUMBER = re.compile(r"\d+")


@lru_cache
def _months(language: str) -> re.Pattern[str] | None:
    """Return a pattern of the language's month names, or None where it counts its months."""
    names = _month_numbers(language)
    if not names:
        return None
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@lru_cache
def _month_numbers(language: str) -> dict[str, int]:
    locale = known_languages()[language].locale
    forms = [
        get_month_names(width, context, locale)
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
    ]
    named = {name: number for names in forms for number, name in names.items()}
    return {name: number for name, number in named.items() if not re.search(r"\d", name)}


def numbers_in(text: str, language: str) -> set[str]:
    """Return every number of a text, month names as the months' numbers, and its placeholders.

    Args:
        text: an answer's text.
        language: the language that it is in, for its names of months.
    """
    placeholders = {match[0] for match in PLACEHOLDER.finditer(text)}
    plain = unicodedata.normalize("NFKC", PLACEHOLDER.sub(" ", text))
    months = _months(language)
    if months:
        plain = months.sub(lambda match: f" {_month_numbers(language)[match[0]]} ", plain)
    whole = _multiplied(GROUPED.sub("", plain), language)
    return {str(int(number)) for number in NUMBER.findall(whole)} | placeholders


def _multiplied(text: str, language: str) -> str:
    """Return the text with 1500万 and 15 million as 15000000."""
    for word, factor in known_languages()[language].large_numbers.items():
        text = re.sub(rf"(\d+)\s*{word}", partial(_times, factor), text)
    return text


def _times(factor: int, match: re.Match[str]) -> str:
    return str(int(match[1]) * factor)


def differences(texts: dict[str, str]) -> list[str]:
    """Return, as sentences, which numbers some language has and another lacks."""
    found = {language: numbers_in(text, language) for language, text in texts.items()}
    everything = set().union(*found.values())
    lacking = {language: sorted(everything - numbers) for language, numbers in found.items()}
    return [f"{language} lacks {', '.join(missing)}" for language, missing in lacking.items() if missing]
