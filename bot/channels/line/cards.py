"""Cards, LINE's Flex messages: what is to be done by when, and where it stands. Each says the same in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from linebot.v3.messaging import FlexBox, FlexBubble, FlexMessage, FlexText, URIAction

from bot.answers.basis import Basis
from bot.answers.decision_text import DateText, Part, text_of
from bot.channels.line.counting import utf16_units
from bot.channels.messenger.splitting import shortened
from bot.channels.messenger.words import word
from bot.content.language import known_languages
from bot.content.source import Citation

LONGEST_ALT = 1500
SOFT, LINK = "#555555", "#14507A"
BOX = "☐"
# The parts of what is said of a decision that its card shows.
ON_CARD = ("next", "dates")
Element = Any


def parts_of(basis: Basis) -> list[Part]:
    """Return the parts of what a reply says of a decision; none where it rests on none."""
    return [Part(**part) for part in (basis.decision or {}).get("parts", [])]


def to_do_card(basis: Basis) -> Element | None:
    """Return the card of a decision's next steps and dates; None where it has neither."""
    parts = [part for part in parts_of(basis) if part.kind in ON_CARD]
    if not parts:
        return None
    shown = [element for part in parts for element in (_head(str(part.heading)), *_body(part, basis))]
    return _card(shown, text_of(parts, basis.language))


def sources_card(sources: Sequence[Citation], language: str, day: date) -> Element:
    """Return the card of the sources of a reply that is true on a day."""
    head = word("sources", language, count=str(len(sources)))
    as_of = word("as_of", language, day=str(format_date(day, "long", known_languages()[language].locale)))
    named = [f"- {source.publisher}: {source.title} ({source.date}), {source.where}" for source in sources]
    return _card([_head(head), _small(as_of), *map(_source, sources)], "\n".join([f"{head} ({as_of})", *named]))


def _card(parts: Sequence[Element], alternative: str) -> Element:
    body = FlexBox(layout="vertical", spacing="md", contents=[*parts])
    alt = shortened(alternative, LONGEST_ALT, utf16_units)
    return FlexMessage(alt_text=alt, contents=FlexBubble(size="mega", body=body))


def _body(part: Part, basis: Basis) -> Iterator[Element]:
    decision = basis.decision or {}
    if part.kind == "next":
        return _to_do(decision["steps_text"])
    return _table(DateText(**entry) for entry in decision["dates_text"])


def _to_do(steps: Iterable[str]) -> Iterator[Element]:
    for step in steps:
        words = FlexText(text=step, wrap=True, size="sm", flex=1)
        yield FlexBox(layout="horizontal", spacing="sm", contents=[FlexText(text=BOX, size="sm", flex=0), words])


def _table(dates: Iterable[DateText]) -> Iterator[Element]:
    for entry in dates:
        yield FlexBox(layout="vertical", contents=[_small(entry.name), _strong(entry.text)])


def _source(source: Citation) -> Element:
    title, place = _strong(source.title), _small(f"{source.date} {source.where}")
    if source.url:
        title.action, title.color, title.decoration = URIAction(uri=source.url), LINK, "underline"
    return FlexBox(layout="vertical", contents=[_small(source.publisher), title, place])


def _head(text: str) -> Element:
    return FlexText(text=text, weight="bold", wrap=True)


def _strong(text: str) -> Element:
    return FlexText(text=text, weight="bold", wrap=True, size="sm")


def _small(text: str) -> Element:
    return FlexText(text=text, wrap=True, size="xs", color=SOFT)
