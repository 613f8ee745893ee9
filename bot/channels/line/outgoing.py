"""Replies as LINE's messages: texts, cards for what is to be done and for sources, quick replies for the buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from linebot.v3.messaging import DatetimePickerAction, PostbackAction, QuickReply, QuickReplyItem, TextMessage

from bot.answers.basis import Basis
from bot.answers.decision_text import text_of
from bot.channels.line.cards import ON_CARD, parts_of, sources_card, to_do_card
from bot.channels.line.counting import utf16_units
from bot.channels.messenger.legible import legible
from bot.channels.messenger.splitting import pieces
from bot.channels.messenger.words import word
from bot.content.short_titles import short_title
from bot.engine import Button, Reply

MOST_MESSAGES, MOST_QUICK_REPLIES, LONGEST_TEXT = 5, 13, 5000
# What a picked date comes back with: this, and the fact that it is of.
PICKED = "date:"
BORN, FIRST_BORN_SHOWN = "born_on", "1970-01-01"
QUESTION = "question"
Message = Any
Item = Any


def messages(replies: Sequence[Reply]) -> list[Message]:
    """Return a turn's replies as at most five messages; none where there is no reply.

    What a check asks stands last, under what holds already, for LINE shows buttons under the last message only.
    """
    parts = [_told_and_asked(reply) for reply in replies]
    asked = [question for _, question in parts if question]
    cards = [card for reply in replies if (card := to_do_card(reply.basis))] + _sources(replies)
    texts = pieces([told for told, _ in parts], LONGEST_TEXT, MOST_MESSAGES - len(cards) - len(asked), utf16_units)
    sent = [*map(text_message, texts), *cards, *map(text_message, asked)]
    if items := list(_quick_replies(replies)):
        sent[-1].quick_reply = QuickReply(items=items[:MOST_QUICK_REPLIES])
    return sent


def text_message(text: str) -> Message:
    """Return a text as a message."""
    return TextMessage(text=text)


def _told_and_asked(reply: Reply) -> tuple[str, str]:
    """Return what a reply tells besides its cards, and the question that it ends with, where it asks one."""
    language, parts = reply.basis.language, parts_of(reply.basis)
    if not parts:
        return legible(reply.text, language), ""
    told = (part for part in parts if part.kind not in (*ON_CARD, QUESTION))
    asked = (part for part in parts if part.kind == QUESTION)
    return legible(text_of(told, language), language), legible(text_of(asked, language), language)


def _sources(replies: Sequence[Reply]) -> list[Message]:
    """Return the card of all sources of a turn, each once; none where there are none."""
    every = {source.model_dump_json(): source for reply in replies for source in reply.basis.sources}
    if not every:
        return []
    last = replies[-1].basis
    return [sources_card([*every.values()], last.language, last.as_of)]


def _quick_replies(replies: Sequence[Reply]) -> Iterator[Item]:
    """Yield the buttons of a turn, each once: those of the last reply first, as they answer its question."""
    pressed = set()
    for reply in reversed(replies):
        if reply is replies[-1]:
            yield from _date_pickers(reply.basis)
        for button in reply.buttons:
            if button.payload not in pressed:
                yield _quick_reply(button, reply.basis.language)
            pressed.add(button.payload)


def _quick_reply(button: Button, language: str) -> Item:
    label = short_title(button.title, language)
    return QuickReplyItem(action=PostbackAction(label=label, data=button.payload, display_text=button.title))


def _date_pickers(basis: Basis) -> Iterator[Item]:
    if basis.ask and basis.ask.kind == "date":
        label, fact = word("pick_date", basis.language), basis.ask.fact
        # The picker is a wheel of years, and nobody asks on the day of their birth.
        initial = FIRST_BORN_SHOWN if fact == BORN else basis.as_of.isoformat()
        picker = DatetimePickerAction(label=label, data=PICKED + fact, mode="date", initial=initial)
        yield QuickReplyItem(action=picker)
