"""Find the dates in a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.nlu.dates.building import built
from bot.nlu.dates.mention import DateMention
from bot.nlu.dates.numerals import plain
from bot.nlu.dates.patterns import patterns
from bot.nlu.dates.vocabulary import vocabulary

BESIDE = re.compile(r"[\s,()・の/]*")


def find_dates(text: str, language: str, today: date) -> list[DateMention]:
    """Return the dates of a message, in their order; places are those in the text as `plain` writes it.

    Args:
        text: what the person wrote.
        language: the language that it is in.
        today: what relative words count from.
    """
    written = plain(text)
    # Of readings that overlap the longest counts, of equal ones the first.
    longest_first = sorted(_readings(written.lower(), language, today), key=lambda mention: -len(mention.text))
    found: list[DateMention] = []
    for mention in longest_first:
        if all(mention.end <= other.start or other.end <= mention.start for other in found):
            found.append(mention)
    return _told_once(sorted(found, key=lambda mention: mention.start), written)


def _readings(text: str, language: str, today: date) -> Iterator[DateMention]:
    words = vocabulary(language)
    for pattern in patterns(language):
        for match in pattern.finditer(text):
            mention = built(match[0].rstrip(), match.groupdict(), words, today)
            if mention:
                yield replace(mention, start=match.start())


def _told_once(mentions: list[DateMention], text: str) -> list[DateMention]:
    """Return dates without those that only say again what stands right beside them: "Thursday, December 3"."""
    kept: list[DateMention] = []
    for mention in mentions:
        if kept and BESIDE.fullmatch(text[kept[-1].end : mention.start]):
            kept[-1] = min(kept[-1], mention, key=lambda item: (item.weekly, item.day is None))
        else:
            kept.append(mention)
    return kept
