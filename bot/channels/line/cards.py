"""Cards, LINE's Flex messages: what is to be done by when, and where it stands. Each says the same in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from linebot.v3.messaging import FlexBox, FlexBubble, FlexMessage, FlexText

from bot.answers.basis import Basis
from bot.answers.decision_text import DateText, date_lines, to_do_lines
from bot.channels.line.counting import utf16_units
from bot.channels.messenger.splitting import shortened
from bot.channels.messenger.words import word
from bot.content.language import known_languages
from bot.content.source import Citation

LONGEST_ALT = 1500
SOFT = "#555555"
BOX = "☐"
Part = Any
Lines = list[str]


def told_on_card(basis: Basis) -> list[Lines]:
    """Return the parts of a reply's text that its card shows instead: the next steps and the dates, as lines."""
    return [lines for lines in (to_do_lines(_steps(basis), basis.language), _date_lines(basis)) if lines]


def to_do_card(basis: Basis) -> Part | None:
    """Return the card of a decision's next steps and dates; None where it has neither."""
    parts = told_on_card(basis)
    if not parts:
        return None
    heads = [next(line for line in lines if line) for lines in parts]
    bodies = [body for body in ([*_to_do(_steps(basis))], [*_table(_dates(basis))]) if body]
    shown = [part for head, body in zip(heads, bodies, strict=True) for part in (_head(head), *body)]
    return _card(shown, "\n".join(line for lines in parts for line in lines if line))


def sources_card(sources: Sequence[Citation], language: str, day: date) -> Part:
    """Return the card of the sources of a reply that is true on a day."""
    head = word("sources", language, count=str(len(sources)))
    as_of = word("as_of", language, day=str(format_date(day, "long", known_languages()[language].locale)))
    named = [f"- {source.publisher}: {source.title} ({source.date}), {source.where}" for source in sources]
    return _card([_head(head), _small(as_of), *map(_source, sources)], "\n".join([f"{head} ({as_of})", *named]))


def _card(parts: Sequence[Part], alternative: str) -> Part:
    body = FlexBox(layout="vertical", spacing="md", contents=[*parts])
    alt = shortened(alternative, LONGEST_ALT, utf16_units)
    return FlexMessage(alt_text=alt, contents=FlexBubble(size="mega", body=body))


def _steps(basis: Basis) -> list[str]:
    return list((basis.decision or {}).get("steps_text", []))


def _dates(basis: Basis) -> list[DateText]:
    return [DateText(**entry) for entry in (basis.decision or {}).get("dates_text", [])]


def _date_lines(basis: Basis) -> Lines:
    return date_lines(_dates(basis), basis.language)


def _to_do(steps: Iterable[str]) -> Iterator[Part]:
    for step in steps:
        words = FlexText(text=step, wrap=True, size="sm", flex=1)
        yield FlexBox(layout="horizontal", spacing="sm", contents=[FlexText(text=BOX, size="sm", flex=0), words])


def _table(dates: Iterable[DateText]) -> Iterator[Part]:
    for entry in dates:
        yield FlexBox(layout="vertical", contents=[_small(entry.name), _strong(entry.text)])


def _source(source: Citation) -> Part:
    place = _small(f"{source.date} {source.where}")
    return FlexBox(layout="vertical", contents=[_small(source.publisher), _strong(source.title), place])


def _head(text: str) -> Part:
    return FlexText(text=text, weight="bold", wrap=True)


def _strong(text: str) -> Part:
    return FlexText(text=text, weight="bold", wrap=True, size="sm")


def _small(text: str) -> Part:
    return FlexText(text=text, wrap=True, size="xs", color=SOFT)
