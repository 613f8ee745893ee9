"""An example as models learn from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.examples import FAQ, follow_ups
from bot.content.language import default_language
from bot.nlu.language_detector import LANGUAGE
from bot.nlu.tokenizer import tokenize


@dataclass(frozen=True)
class Lesson:
    """A text, its language and label (`topic.question`, or another intent), and whether it can stand alone."""

    text: str
    language: str
    label: str
    alone: bool = True
    tokens: Sequence[Token] = ()

    @classmethod
    def of(cls, message: Message) -> Lesson:
        """Return what one of Rasa's messages teaches."""
        label = str(message.get_full_intent()).removeprefix(f"{FAQ}/")
        tokens = message.get(TOKENS_NAMES[TEXT], [])
        return cls(message.get(TEXT), language_of(message), label, tokens=tokens)


def follow_up_lessons() -> Iterator[Lesson]:
    """Yield what the follow-ups teach.

    Rasa isn't told of them: the same words follow several topics, and it wants an example to have one intent.
    """
    for entry in follow_ups():
        tokens = tokenize(entry.text, entry.language)
        yield Lesson(entry.text, entry.language, entry.intent.removeprefix(f"{FAQ}/"), alone=False, tokens=tokens)


def language_of(message: Message) -> str:
    """Return the language that a message was found to be in."""
    return message.get(LANGUAGE) or default_language()
