"""The words that dates are made of, in one language: its `dates.yml` and the CLDR."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from babel.dates import get_day_names, get_month_names
from pydantic import BaseModel, ConfigDict

from bot.content.files import ContentError, read_yaml
from bot.content.language import known_languages, localised

Unit = Literal["day", "week", "month", "year"]


class Vocabulary(BaseModel):
    """Relative words with their distance, units, and names of months (1–12) and weekdays (0 is Monday).

    Attributes:
        weeks: before a weekday, which week it is in: "next".
        weeks_after: the same after it: "Thursday next week".
        weeks_before: how many weeks after the nearest such day: "a week from Monday".
        weeks_from_day: those of `weeks_after` that count from the nearest such day: "Tuesday week".
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    days: dict[str, int]
    weeks: dict[str, int]
    weeks_after: dict[str, int] = {}
    weeks_before: dict[str, int] = {}
    weeks_from_day: tuple[str, ...] = ()
    months: dict[str, int]
    years: dict[str, int]
    beside_months: dict[str, Literal[-1, 0, 1]]
    next: tuple[str, ...]
    units: dict[str, Unit]
    ages: dict[str, Unit]
    numbers: dict[str, int]
    ordinals: dict[str, int] = {}
    after: tuple[str, ...]
    before: tuple[str, ...]
    order: Literal["month-day", "day-month", "either"]
    month_names: dict[str, int]
    weekdays: dict[str, int]


@lru_cache
def vocabulary(language: str) -> Vocabulary:
    """Return a language's words, those of its fallback where it has none.

    Raises:
        ContentError: if nobody wrote any.
    """
    entry, path = known_languages()[language], localised("dates.yml", language)
    if path is None:
        raise ContentError(f"{language}: no dates.yml")
    words = read_yaml(path)
    return Vocabulary(**words, month_names=_months(entry.locale), weekdays=_weekdays(entry.locale))


def _months(locale: str) -> dict[str, int]:
    forms = [get_month_names(width, "format", locale) for width in ("wide", "abbreviated")]
    named = {name.lower().rstrip("."): number for names in forms for number, name in names.items()}
    return {name: number for name, number in named.items() if not re.search(r"\d", name)}


def _weekdays(locale: str) -> dict[str, int]:
    forms = [get_day_names(width, "format", locale) for width in ("wide", "abbreviated")]
    return {name.lower().rstrip("."): number for names in forms for number, name in names.items()}
