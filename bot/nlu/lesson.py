"""An example as models learn from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.examples import FAQ, follow_ups
from bot.content.language import default_language
from bot.nlu.language_detector import LANGUAGE


@dataclass(frozen=True)
class Lesson:
    """A text, its language and label (`topic.question`, or another intent), and whether it can stand alone."""

    text: str
    language: str
    label: str
    alone: bool = True

    @classmethod
    def of(cls, message: Message) -> Lesson:
        """Return what one of Rasa's messages teaches."""
        label = str(message.get_full_intent()).removeprefix(f"{FAQ}/")
        return cls(message.get(TEXT), language_of(message), label)


def follow_up_lessons() -> Iterator[Lesson]:
    """Yield what the follow-ups teach.

    Rasa isn't told of them: the same words follow several topics, and it wants an example to have one intent.
    """
    for entry in follow_ups():
        yield Lesson(entry.text, entry.language, entry.intent.removeprefix(f"{FAQ}/"), alone=False)


def language_of(message: Message) -> str:
    """Return the language that a message was found to be in."""
    return message.get(LANGUAGE) or default_language()
