"""Find the dates in a message.

Every language reads digits (2025-12-01, 1/12/2025), Chinese characters (12月1日) and Japanese eras (令和7年, R7.12.1);
its own words for months, weekdays and distances come from its vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from bot.nlu.dates.eras import western_year
from bot.nlu.dates.mention import DateMention
from bot.nlu.dates.numerals import plain
from bot.nlu.dates.patterns import amount, how_many, one_of
from bot.nlu.dates.vocabulary import Vocabulary, vocabulary

Build = Callable[[re.Match[str], Vocabulary, date], DateMention | None]

# A card is valid for ten years.
YEARS_AHEAD = 10
BESIDE = re.compile(r"[\s,()・の/]*")
SEP = r"\s*[./\-]\s*"
ERAS = r"明治|大正|昭和|平成|令和|(?<![a-z])(?:meiji|taisho|showa|heisei|reiwa|(?<!')[mtshr])"
ERA = rf"(?P<era>{ERAS})\.?\s*の?(?P<year>元|\d{{1,2}})(?!\d)"
ERA_DATE = re.compile(
    rf"{ERA}(?:\s*年\s*の?(?:(?P<month>\d{{1,2}})\s*月\s*の?(?:(?P<day>\d{{1,2}})\s*日?)?)?|{SEP}(?P<month2>\d{{1,2}})(?:{SEP}(?P<day2>\d{{1,2}}))?(?![\d%]))"
)
YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})(?:\s*年\s*の?(?P<month>\d{{1,2}})\s*月(?:\s*の?(?P<day>\d{{1,2}})\s*日?)?|{SEP}(?P<month2>\d{{1,2}}){SEP}(?P<day2>\d{{1,2}})(?!\d)|[/-](?P<month3>0?[1-9]|1[0-2])(?![\d/-]))"
)
MONTH_YEAR = re.compile(r"(?<![\d./-])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?!\d)")
MONTH_DAY = re.compile(r"(?<!\d)(?P<month>\d{1,2})\s*月\s*の?(?P<day>\d{1,2})\s*日?")
ERA_YEAR = re.compile(r"(?<![a-z])(?P<era>meiji|taisho|showa|heisei|reiwa)\s*(?P<year>\d{1,2})(?!\d)")
DIGITS_ONLY = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
DAY_ONLY = re.compile(r"(?<![\d月])(?P<day>\d{1,2})\s*日(?![間前後目以本\d])")
YEAR_ONLY = re.compile(r"(?<!\d)(?P<year>(?:18|19|20|21)\d\d)(?:\s*年|(?!\d|\s*円|[,.]\d))")
MONTH_ONLY = re.compile(r"(?<!\d)(?P<month>\d{1,2})\s*月(?!\d)")
NUMBERS = re.compile(
    rf"(?<![\d./\-])(?P<one>\d{{1,2}})(?:{SEP}(?P<two>\d{{1,2}}){SEP}(?P<year>\d{{4}})|\s*/\s*(?P<two2>\d{{1,2}}))(?![\d/%])(?!-\d)"
)


def find_dates(text: str, language: str, today: date) -> list[DateMention]:
    """Return the dates of a message, in their order; places are those in the text as `plain` writes it.

    Args:
        text: what the person wrote.
        language: the language that it is in.
        today: what relative words count from.
    """
    rest = plain(text).lower()
    found: list[DateMention] = []
    for pattern, build in _patterns(language):
        rest = _take(pattern, build, rest, vocabulary(language), today, found)
    return _told_once(sorted(found, key=lambda mention: mention.start), plain(text))


def _told_once(mentions: list[DateMention], text: str) -> list[DateMention]:
    """Return dates without those that only say again what stands right beside them: "Thursday, December 3"."""
    kept: list[DateMention] = []
    for mention in mentions:
        if kept and BESIDE.fullmatch(text[kept[-1].end : mention.start]):
            kept[-1] = min(kept[-1], mention, key=lambda item: (item.weekly, item.day is None))
        else:
            kept.append(mention)
    return kept


def _take(
    pattern: re.Pattern[str],
    build: Build,
    text: str,
    words: Vocabulary,
    today: date,
    found: list[DateMention],
) -> str:
    """Note what a pattern finds, and return the text with it blanked out, so that nothing is read twice."""

    def note(match: re.Match[str]) -> str:
        mention = build(match, words, today)
        if mention is None:
            return match[0]
        found.append(replace(mention, start=match.start()))
        return "\0" * len(match[0])

    return pattern.sub(note, text)


@lru_cache
def _patterns(language: str) -> list[tuple[re.Pattern[str], Build]]:
    words = vocabulary(language)
    return [
        *_named_in_era(words),
        (ERA_DATE, _era),
        (YEAR_FIRST, _digits),
        (DIGITS_ONLY, _digits),
        (MONTH_YEAR, _digits),
        *_month_some_years_away(words),
        *_named_from_now(words),
        *_named(words),
        (_day_first(words), _month_from_now),
        (_relative_month(words), _month_from_now),
        (_weekday(words), _weekday_date),
        (MONTH_DAY, _digits),
        (NUMBERS, _by_order),
        (_distance(words), _counted),
        *((_any(names), build) for names, build in _words(words)),
        (ERA_YEAR, _era),
        (YEAR_ONLY, _digits),
        (MONTH_ONLY, _digits),
        (DAY_ONLY, _digits),
        (_ordinal(words), _day_alone),
    ]


def _any(names: Iterable[str], group: str = "word") -> re.Pattern[str]:
    return re.compile(one_of(names, group))


def _integer(match: re.Match[str], *groups: str) -> int | None:
    known = match.groupdict()
    return next((int(known[group]) for group in groups if known.get(group)), None)


def _era(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    year = western_year(match["era"], match["year"])
    # A year that the era didn't have is kept as one that can't be, so that it is asked about and not overheard.
    return DateMention(match[0], year or 0, _integer(match, "month", "month2"), _integer(match, "day", "day2"))


def _digits(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    year, month, day = (
        _integer(match, "year"),
        _integer(match, "month", "month2", "month3"),
        _integer(match, "day", "day2"),
    )
    return DateMention(match[0].rstrip(), year, month, day)


def _by_order(match: re.Match[str], words: Vocabulary, today: date) -> DateMention | None:
    one, two = int(match["one"]), int(match["two"] or match["two2"])
    month, day = (one, two) if words.order == "month-day" else (two, one)
    if month > 12 >= day:
        month, day = day, month
    if match["year"] is None and not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    either_way = words.order == "either" and one != two and one <= 12 and two <= 12
    return DateMention(match[0], _integer(match, "year"), month, day, ambiguous=either_way)


def _named_in_era(words: Vocabulary) -> Iterator[tuple[re.Pattern[str], Build]]:
    """Yield the patterns of months by name in a year of an era: "Reiwa 4 June", "10 June R4"."""
    if not words.month_names:
        return
    month, day = rf"{one_of(words.month_names, 'name')}\.?", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    gap = r"[,\s]+(?:of\s+|in\s+)?"
    yield re.compile(rf"{ERA}{gap}{month}(?:\s*{day})?"), _named_era
    yield re.compile(rf"(?<!\d){day}\s*(?:of\s+)?{month}{gap}(?:the\s+year\s+)?{ERA}"), _named_era
    yield re.compile(rf"{month}(?:\s*{day})?{gap}(?:the\s+year\s+)?{ERA}"), _named_era


def _named_era(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    year = western_year(match["era"], match["year"])
    return DateMention(match[0], year or 0, words.month_names[match["name"]], _integer(match, "day"))


def _month_some_years_away(words: Vocabulary) -> Iterator[tuple[re.Pattern[str], Build]]:
    """Yield the patterns of a month so many years ago or from now: 2年前の6月, "June two years ago"."""
    years = [unit for unit, length in words.units.items() if length == "year"]
    away = rf"{amount(words, years)}\s*(?:{one_of(words.after, 'after')}|{one_of(words.before, 'before')})"
    yield re.compile(rf"{away}の?\s*(?P<month>\d{{1,2}})\s*月(?:\s*の?(?P<day>\d{{1,2}})\s*日)?"), _years_away
    if words.month_names:
        month, day = one_of(words.month_names, "name"), r"(?:\s*(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
        yield re.compile(rf"{away},?\s+(?:in|on|since)?\s*{month}{day}"), _years_away
        yield (
            re.compile(rf"(?:(?<!\d)(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{month}{day},?\s+{away}"),
            _years_away,
        )


def _years_away(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    names = match.groupdict()
    month = words.month_names[match["name"]] if names.get("name") else _integer(match, "month")
    year = today.year + how_many(match, words) * (-1 if match["before"] else 1)
    return DateMention(match[0], year, month, _integer(match, "day", "first"))


def _ordinal(words: Vocabulary) -> re.Pattern[str]:
    """Return a pattern of a day of a month that isn't named: "on the 15th"."""
    if not words.month_names:
        return re.compile("(?!)")
    return re.compile(
        r"(?<!\w)(?:on|until|till|by|for|to|from)\s+the\s+"
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)|{one_of(words.ordinals, 'ordinal')})(?!\w)"
    )


def _day_alone(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    return DateMention(match[0], day=_named_day(match, words))


def _named(words: Vocabulary) -> Iterator[tuple[re.Pattern[str], Build]]:
    """Yield the patterns of months by name: "3 May 1970", "May 3rd, 1970", "May 1970", "in May"."""
    if not words.month_names:
        return
    month = rf"{one_of(words.month_names, 'name')}\.?"
    day, year = _day_number(words), r"(?:[,\s]+(?:de\s+)?(?P<year>\d{4}))?"
    yield re.compile(rf"(?<!\d){day}\s*(?:of\s+|de\s+|-)?{month}{year}"), _month_by_name
    yield re.compile(rf"{month}\s*(?:the\s+)?{day}{year}"), _month_by_name
    yield re.compile(rf"{month}[,\s]+(?:de\s+|of\s+)?(?:(?P<year>\d{{4}})|'(?P<short>\d\d)(?!\d))"), _month_by_name
    certain = {name for name in words.month_names if len(name) > 3 or not name.isascii()}
    yield (
        re.compile(
            r"(?:in|since|until|till|by|from|of|around|about|early|late|mid|end of|em|en|vào|noong|pada)[-\s]+"
            rf"(?:the\s+end\s+of\s+)?{one_of(certain | {'may'}, 'name')}"
        ),
        _month_by_name,
    )


def _month_by_name(match: re.Match[str], words: Vocabulary, today: date) -> DateMention | None:
    month, names = words.month_names.get(match["name"]), match.groupdict()
    year = _integer(match, "year") or (_full_year(int(names["short"]), today) if names.get("short") else None)
    return DateMention(match[0], year, month, _named_day(match, words)) if month else None


def _full_year(short: int, today: date) -> int:
    """Return the year that two digits stand for: the last one, a few years ahead at most."""
    century = today.year // 100 * 100
    return century + short - (100 if short > today.year % 100 + YEARS_AHEAD else 0)


def _day_number(words: Vocabulary) -> str:
    """Return a pattern of a day of a month: 3, 3rd, third."""
    return rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|º|er)?(?!\d)|{one_of(words.ordinals, 'ordinal')})"


def _named_day(match: re.Match[str], words: Vocabulary) -> int | None:
    names = match.groupdict()
    return words.ordinals[names["ordinal"]] if names.get("ordinal") else _integer(match, "day")


def _named_from_now(words: Vocabulary) -> Iterator[tuple[re.Pattern[str], Build]]:
    """Yield the patterns of months by name in a year from now: "this March", "March 3rd last year"."""
    if not words.month_names:
        return
    month, years = one_of(words.month_names, "name"), one_of(words.years, "years")
    day = r"(?:\s*(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?)?"
    yield re.compile(rf"{month}{day},?\s+(?:of\s+)?{years}"), _named_month_from_now
    yield re.compile(rf"{one_of(words.beside_months, 'beside')}\s+{month}"), _named_month_nearby


def _named_month_from_now(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    year = today.year + words.years[match["years"]]
    return DateMention(match[0], year, words.month_names[match["name"]], _integer(match, "day"))


def _named_month_nearby(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    """Return "this March" of this year, "last March" and "next March" as the nearest before and after this month."""
    month, direction = words.month_names[match["name"]], words.beside_months[match["beside"]]
    passed = month < today.month if direction < 0 else month <= today.month
    year = today.year + {-1: 0 if passed else -1, 0: 0, 1: 1 if passed else 0}[direction]
    return DateMention(match[0], year, month)


def _day_first(words: Vocabulary) -> re.Pattern[str]:
    """Return a pattern of a day in a month from now as it is said with the day first: the 3rd of next month."""
    return re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{one_of(words.months, 'months')}")


def _relative_month(words: Vocabulary) -> re.Pattern[str]:
    """Return a pattern of a month or a day in a month or year from now: 来月3日, 来年の4月1日."""
    months, years = one_of(words.months, "months"), one_of(words.years, "years")
    day = r"(?P<day>\d{1,2})\s*日"
    return re.compile(rf"{months}の?\s*{day}|{years}の?\s*(?P<month>\d{{1,2}})\s*月(?:\s*の?(?P<day2>\d{{1,2}})\s*日)?")


def _month_from_now(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    if match["months"]:
        first = today.replace(day=1) + relativedelta(months=words.months[match["months"]])
        return DateMention(match[0], first.year, first.month, _integer(match, "day"))
    return DateMention(
        match[0], today.year + words.years[match["years"]], _integer(match, "month"), _integer(match, "day2")
    )


def _weekday(words: Vocabulary) -> re.Pattern[str]:
    week, following = one_of(words.weeks, "week"), one_of(words.next, "next")
    long_names = [name for name in words.weekdays if len(name) > 1 and not name.endswith("曜日")]
    short = [name for name in words.weekdays if len(name) == 1]
    name = rf"(?:{one_of(long_names, 'name')}|(?P<letter>[{''.join(short) or ' '}])曜日?)"
    later = one_of(words.weeks_after, "after")
    return re.compile(
        rf"(?:{one_of(words.weeks_before, 'later')}\s*|{week}\s*の?\s*|{following}\s*)?{name}"
        rf"(?:,?\s*(?:of\s+|in\s+)?(?:the\s+)?{later})?"
    )


def _weekday_date(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    weekday = words.weekdays[match["name"] or match["letter"]]
    nearest = today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    week = words.weeks[match["week"]] if match["week"] else words.weeks_after.get(match["after"] or "")
    if match["later"]:
        day = nearest + timedelta(weeks=words.weeks_before[match["later"]])
    elif week is None:
        day = nearest
    elif match["after"] in words.weeks_from_day:
        day = nearest + timedelta(weeks=week)
    else:
        day = today - timedelta(days=today.weekday()) + timedelta(weeks=week, days=weekday)
    return replace(_whole(match[0], day), weekly=match["week"] is None)


def _distance(words: Vocabulary) -> re.Pattern[str]:
    """Return a pattern of a counted distance: 3日後, 2 weeks ago, in 5 days."""
    after, before = one_of(words.after, "after"), one_of(words.before, "before")
    return re.compile(rf"(?P<inside>\bin\s+)?{amount(words, words.units)}\s*(?:{after}|{before})?")


def _counted(match: re.Match[str], words: Vocabulary, today: date) -> DateMention | None:
    if not (match["after"] or match["before"] or match["inside"]):
        return None
    count = how_many(match, words) * (-1 if match["before"] else 1)
    unit = words.units[match["unit"]]
    if unit in ("day", "week"):
        return _whole(match[0], today + timedelta(days=count * (7 if unit == "week" else 1)))
    if unit == "year":
        return DateMention(match[0], today.year + count)
    there = today + relativedelta(months=count)
    return DateMention(match[0], there.year, there.month)


def _words(words: Vocabulary) -> Iterator[tuple[Iterable[str], Build]]:
    yield words.days, lambda match, known, today: _whole(match[0], today + timedelta(days=known.days[match["word"]]))
    yield words.months, _month_word
    yield words.years, lambda match, known, today: DateMention(match[0], today.year + known.years[match["word"]])


def _month_word(match: re.Match[str], words: Vocabulary, today: date) -> DateMention:
    there = today + relativedelta(months=words.months[match["word"]])
    return DateMention(match[0], there.year, there.month)


def _whole(text: str, day: date) -> DateMention:
    return DateMention(text, day.year, day.month, day.day)
