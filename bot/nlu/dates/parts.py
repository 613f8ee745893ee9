"""What the parts of a date look like: what `<name>` stands for in a pattern of `dates.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex

from bot.nlu.dates.eras import eras
from bot.nlu.dates.notation import notation
from bot.nlu.dates.vocabulary import Vocabulary

# A letter of a script whose words are set off; a figure beside a word is none of its own.
LETTER = r"[\p{L}\p{M}--[\p{Han}\p{Hiragana}\p{Katakana}ー]]"
IS_LETTER = regex.compile(LETTER, regex.V1)
DIGITS = {
    "year": r"(?P<year>\d{4})",
    "month": r"(?P<month>\d{1,2})(?!\d)",
    "two_digit_month": r"(?P<month>\d{2})",
    "day": r"(?P<day>\d{1,2})(?!\d)",
    "short_year": r"(?P<short_year>\d{2})(?!\d)",
    # Day and month, or month and day.
    "one": r"(?P<one>\d{1,2})(?!\d)",
    "two": r"(?P<two>\d{1,2})(?!\d)",
}


def parts(words: Vocabulary) -> dict[str, str]:
    """Return the patterns of all parts, by name; what they find is in the group of that name."""
    named: Mapping[str, Iterable[str]] = {
        "month_name": words.month_names,
        "weekday": words.weekdays,
        "ordinal": words.ordinals,
        "unit": words.units,
        **{name: getattr(words, name) for name in ("days", "weeks", "weeks_after", "weeks_before", "months", "years")},
        **{name: getattr(words, name) for name in ("beside_months", "next", "ends", "after", "before")},
    }
    by_name = {name: one_of(values, name, words.edges) for name, values in named.items()}
    return {**DIGITS, **_era_parts(), **by_name, "amount": amount(words, words.units)}


def _era_parts() -> dict[str, str]:
    in_full = [name for name in eras() if len(name) > 1]
    return {
        # The letter of "it's" is no era.
        "era": f"(?<!')(?:{one_of(eras(), 'era', ())})",
        "era_in_full": one_of(in_full, "era", ()),
        "year_of_era": rf"(?P<year_of_era>{notation().first_year}|\d{{1,2}}(?!\d))",
    }


def amount(words: Vocabulary, units: Iterable[str]) -> str:
    """Return a pattern of a number of units, in the groups `count` or `number`, and `unit`: 3日, two weeks."""
    return rf"{number(words)}\s*{one_of(units, 'unit', words.edges)}"


def number(words: Vocabulary) -> str:
    """Return a pattern of a number of three digits at most or in words, in the groups `count` or `number`."""
    return rf"(?:(?<!\d)(?P<count>\d{{1,3}})|{one_of(words.numbers, 'number', words.edges)})"


def how_many(found: Mapping[str, str | None], words: Vocabulary) -> int:
    """Return the number that a match of `amount` has."""
    count, number = found["count"], found["number"]
    return int(count) if count else words.numbers[number or ""]


def one_of(names: Iterable[str], group: str, edges: Iterable[str]) -> str:
    """Return a pattern of names, the longest first.

    Args:
        names: words, in small letters.
        group: the group that holds what was found.
        edges: where a name must begin or end a word, as in `bot.nlu.phrases`.
    """
    longest_first = sorted(names, key=len, reverse=True)
    return f"(?P<{group}>{'|'.join(bounded(regex.escape(name), name, edges) for name in longest_first) or '(?!)'})"


def bounded(pattern: str, name: str, edges: Iterable[str]) -> str:
    """Return a pattern that begins and ends a word where the name that it stands for has letters there."""
    strict = set(edges) or {"start", "end"}
    before = f"(?<!{LETTER})" if "start" in strict and IS_LETTER.match(name[0]) else ""
    after = f"(?!{LETTER})" if "end" in strict and IS_LETTER.match(name[-1]) else ""
    return f"{before}{pattern}{after}"
