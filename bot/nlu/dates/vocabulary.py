"""The words and patterns that dates are made of, in one language: its `dates.yml` and the CLDR."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel.dates import get_day_names, get_month_names
from pydantic import BaseModel, ConfigDict

from bot.content.files import ContentError, read_as
from bot.content.language import Edge, known_languages, localised

FILE = "dates.yml"
Unit = Literal["day", "week", "month", "year"]


class DatesFile(BaseModel):
    """What `dates.yml` says: relative words with their distance, other words, and how they are put together.

    Attributes:
        days: words for a day: "tomorrow".
        weeks: before a weekday, which week it is in: "next".
        weeks_after: the same after it: "Thursday next week".
        weeks_before: how many weeks after the nearest such day: "a week from Monday".
        weeks_from_day: those of `weeks_after` that count from the nearest such day: "Tuesday week".
        months: words for a month: "last month".
        years: words for a year.
        beside_months: before a month's name, whether it was last, is this year's or will be next.
        next: words before a weekday that leave it the nearest one.
        ends: words for the last day of a month.
        units: what a distance is counted in.
        ages: what an age is counted in besides.
        numbers: numbers in words.
        ordinals: days of a month in words.
        weekdays: names of weekdays beside those of the CLDR; 0 is Monday.
        after: words that make a distance one to come.
        before: words that make it one gone by.
        order: how 12/5 is meant.
        parts: patterns that others are made of, by the name they have there.
        patterns: how dates are written: docs/content.md says how patterns are.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    days: dict[str, int] = {}
    weeks: dict[str, int] = {}
    weeks_after: dict[str, int] = {}
    weeks_before: dict[str, int] = {}
    weeks_from_day: tuple[str, ...] = ()
    months: dict[str, int] = {}
    years: dict[str, int] = {}
    beside_months: dict[str, Literal[-1, 0, 1]] = {}
    next: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    units: dict[str, Unit] = {}
    ages: dict[str, Unit] = {}
    numbers: dict[str, int] = {}
    ordinals: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    order: Literal["month-day", "day-month", "either"]
    parts: dict[str, str] = {}
    patterns: tuple[str, ...] = ()


class Vocabulary(DatesFile):
    """The same with the names of months (1–12) and of all weekdays, and where words begin and end."""

    month_names: dict[str, int]
    edges: tuple[Edge, ...]


def dates_file(language: str) -> Path | None:
    """Return a language's `dates.yml`, that of its fallback where it has none; None where nobody wrote one."""
    return localised(FILE, language)


@lru_cache
def vocabulary(language: str) -> Vocabulary:
    """Return a language's words and patterns.

    Raises:
        ContentError: if nobody wrote any, or they don't have their form.
    """
    entry, path = known_languages()[language], dates_file(language)
    if path is None:
        raise ContentError(f"{language}: no {FILE}")
    file = read_as(DatesFile, path)
    return Vocabulary(
        **file.model_dump(exclude={"weekdays"}),
        month_names=_months(entry.locale),
        weekdays=_weekdays(entry.locale) | file.weekdays,
        edges=entry.phrase_edges,
    )


def _months(locale: str) -> dict[str, int]:
    """Return the names of months; those made of their number (5월, tháng 5) are for the patterns to say."""
    forms = [get_month_names(width, "format", locale) for width in ("wide", "abbreviated")]
    named = {name.lower().rstrip("."): number for names in forms for number, name in names.items()}
    return {name: number for name, number in named.items() if not re.search(r"\d", name)}


def _weekdays(locale: str) -> dict[str, int]:
    forms = [get_day_names(width, "format", locale) for width in ("wide", "abbreviated")]
    return {name.lower().rstrip("."): number for names in forms for number, name in names.items()}
