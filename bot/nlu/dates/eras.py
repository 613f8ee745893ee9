"""Japanese eras and their years."""

from __future__ import annotations

from functools import lru_cache

from bot.nlu.dates.notation import Era, notation


@lru_cache
def eras() -> dict[str, Era]:
    """Return the eras by every name that they have, in small letters."""
    return {name: era for era in notation().eras for name in (era.name, era.latin, era.letter)}


def western_year(era: str, year: str) -> int | None:
    """Return the western year of an era's year; None if the era had no such year.

    Args:
        era: its name, in Japanese or Latin letters, or its letter, in any case.
        year: digits, or the word for the first.
    """
    named = eras()[era.lower()]
    western = named.first - 1 + (1 if year == notation().first_year else int(year))
    return western if named.first <= western <= (named.last or western) else None
