"""Which day a weekday is: "Friday", "next Tuesday", "Thursday next week", "a week from Monday"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bot.nlu.dates.vocabulary import Vocabulary


def weekday_date(found: Mapping[str, str | None], words: Vocabulary, today: date) -> date:
    """Return the day that a weekday is, with what stands before and after it.

    Args:
        found: what a pattern found, by part.
        words: the language's.
        today: what the day counts from; never the day itself.
    """
    weekday, after = words.weekdays[found["weekday"] or ""], found.get("weeks_after") or ""
    nearest = today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    if later := found.get("weeks_before"):
        return nearest + timedelta(weeks=words.weeks_before[later])
    before = found.get("weeks")
    week = words.weeks[before] if before else words.weeks_after.get(after)
    if week is None:
        return nearest
    if after in words.weeks_from_day:
        return nearest + timedelta(weeks=week)
    return today - timedelta(days=today.weekday()) + timedelta(weeks=week, days=weekday)
