"""From the parts of a date that a pattern found to the date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.nlu.dates.eras import western_year
from bot.nlu.dates.mention import DateMention
from bot.nlu.dates.parts import how_many
from bot.nlu.dates.vocabulary import Unit, Vocabulary
from bot.nlu.dates.weekdays import weekday_date

# A card is valid for ten years.
YEARS_AHEAD = 10
ORDINARY_YEAR = 2023
Found = Mapping[str, str | None]


def built(text: str, found: Found, words: Vocabulary, today: date) -> DateMention | None:
    """Return the date that a pattern found, as far as it is given; None where its parts make none.

    Args:
        text: the words.
        found: what was found, by part.
        words: those of the language.
        today: what relative words count from.
    """
    if found.get("weekday"):
        day = weekday_date(found, words, today)
        return DateMention(text, day.year, day.month, day.day, weekly=not found.get("weeks"))
    if found.get("one"):
        return _by_order(text, found, words)
    distance = _distance(found, words)
    return _some_way_off(text, found, words, today, *distance) if distance else _as_given(text, found, words, today)


def _distance(found: Found, words: Vocabulary) -> tuple[int, Unit] | None:
    """Return how far from today a date is told to be, and in what."""
    if day := found.get("days"):
        return words.days[day], "day"
    if month := found.get("months"):
        return words.months[month], "month"
    if year := found.get("years"):
        return words.years[year], "year"
    if unit := found.get("unit"):
        return how_many(found, words) * (-1 if found.get("before") else 1), words.units[unit]
    return None


def _some_way_off(
    text: str, found: Found, words: Vocabulary, today: date, count: int, unit: Unit
) -> DateMention | None:
    month, day = _month(found, words), _named_day(found, words)
    if unit in ("day", "week"):
        there = today + timedelta(days=count * (7 if unit == "week" else 1))
        return None if month or day else DateMention(text, there.year, there.month, there.day)
    if unit == "year":
        return _ending(DateMention(text, today.year + count, month, day), found)
    there = today + relativedelta(months=count)
    return None if month else _ending(DateMention(text, there.year, there.month, day), found)


def _as_given(text: str, found: Found, words: Vocabulary, today: date) -> DateMention:
    month = _month(found, words)
    beside = found.get("beside_months")
    year = _nearby_year(words.beside_months[beside], month or 1, today) if beside else _year(found, today)
    return _ending(DateMention(text, year, month, _named_day(found, words)), found)


def _ending(mention: DateMention, found: Found) -> DateMention:
    """Return a date, on the last day of its month where that was said."""
    if not found.get("ends") or mention.month is None or mention.impossible:
        return mention
    last = monthrange(mention.year or ORDINARY_YEAR, mention.month)[1]
    return DateMention(mention.text, mention.year, mention.month, last)


def _year(found: Found, today: date) -> int | None:
    era, year, short = found.get("era"), found.get("year"), found.get("short_year")
    if era:
        # A year that the era didn't have is kept as one that can't be, so that it is asked about and not overheard.
        return western_year(era, found.get("year_of_era") or "") or 0
    return int(year) if year else _full_year(int(short), today) if short else None


def _full_year(short: int, today: date) -> int:
    """Return the year that two digits stand for: the last one, a few years ahead at most."""
    century = today.year // 100 * 100
    return century + short - (100 if short > today.year % 100 + YEARS_AHEAD else 0)


def _nearby_year(direction: int, month: int, today: date) -> int:
    """Return the year of "this March", that of today, and of "last March" and "next March", the nearest of them."""
    passed = month < today.month if direction < 0 else month <= today.month
    return today.year + {-1: 0 if passed else -1, 0: 0, 1: 1 if passed else 0}[direction]


def _month(found: Found, words: Vocabulary) -> int | None:
    name, month = found.get("month_name"), found.get("month")
    return words.month_names[name] if name else int(month) if month else None


def _named_day(found: Found, words: Vocabulary) -> int | None:
    ordinal, day = found.get("ordinal"), found.get("day")
    return words.ordinals[ordinal] if ordinal else int(day) if day else None


def _by_order(text: str, found: Found, words: Vocabulary) -> DateMention | None:
    """Return 12/5 as the language means it."""
    one, two, year = int(found["one"] or 0), int(found["two"] or 0), found.get("year")
    month, day = (one, two) if words.order == "month-day" else (two, one)
    if month > 12 >= day:
        month, day = day, month
    if year is None and not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    either_way = words.order == "either" and one != two and one <= 12 and two <= 12
    return DateMention(text, int(year) if year else None, month, day, ambiguous=either_way)
