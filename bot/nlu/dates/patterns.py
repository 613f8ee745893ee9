"""Patterns that dates and ages are both made of."""

import re
from collections.abc import Iterable

from bot.nlu.dates.vocabulary import Vocabulary


def one_of(names: Iterable[str], group: str) -> str:
    """Return a pattern of names, the longest first; words of Latin letters only as whole words."""
    longest_first = sorted(names, key=len, reverse=True)
    bounded = (
        rf"(?<![a-z]){re.escape(name)}(?![a-z])" if name.isascii() else re.escape(name) for name in longest_first
    )
    return f"(?P<{group}>{'|'.join(bounded) or '(?!)'})"


def amount(words: Vocabulary, units: Iterable[str]) -> str:
    """Return a pattern of a number of units, in the groups `count` or `number`, and `unit`: 3日, two weeks."""
    count = rf"(?:(?<!\d)(?P<count>\d{{1,3}})|{one_of(words.numbers, 'number')})"
    return rf"{count}\s*{one_of(units, 'unit')}"


def how_many(match: re.Match[str], words: Vocabulary) -> int:
    """Return the number that a match of `amount` has."""
    return int(match["count"]) if match["count"] else words.numbers[match["number"]]
