"""Ages as people write them: 生後5か月, 3歳, 18 months old."""

from __future__ import annotations

from functools import lru_cache

import regex

from bot.nlu.dates.numerals import plain
from bot.nlu.dates.parts import amount, how_many, number
from bot.nlu.dates.vocabulary import Unit, Vocabulary, vocabulary
from bot.nlu.phrases import Pattern

# How many of each make a year.
PER_YEAR: dict[Unit, float] = {"day": 365.25, "week": 52.18, "month": 12, "year": 1}


def age_in_years(text: str, language: str) -> float | None:
    """Return the first age that a message tells, in years; None where it tells none.

    Args:
        text: what the person wrote, about an age: any number of days, weeks, months or years is taken for one.
        language: the language that it is in.
    """
    match = age_pattern(language).search(plain(text).lower())
    if match is None:
        return None
    words = vocabulary(language)
    return how_many(match.groupdict(), words) / PER_YEAR[_units(words)[match["unit"]]]


def number_in(text: str, language: str) -> int | None:
    """Return the first number of a text that may be an age, with or without a unit; None where it has none."""
    match = _number_pattern(language).search(plain(text).lower())
    return how_many(match.groupdict(), vocabulary(language)) if match else None


@lru_cache
def _number_pattern(language: str) -> Pattern:
    return regex.compile(rf"{number(vocabulary(language))}(?!\d)", regex.V1)


@lru_cache
def age_pattern(language: str) -> Pattern:
    """Return a pattern of an age, for a text as `plain` writes it, in small letters."""
    words = vocabulary(language)
    return regex.compile(amount(words, _units(words)), regex.V1)


def _units(words: Vocabulary) -> dict[str, Unit]:
    return {**words.units, **words.ages}
