"""An example as models learn from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.examples import FAQ
from bot.content.language import default_language
from bot.nlu.example import FOLLOW_UP
from bot.nlu.language_detector import LANGUAGE


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
        return cls(message.get(TEXT), language_of(message), label, not message.get(FOLLOW_UP), tokens)


def language_of(message: Message) -> str:
    """Return the language that a message was found to be in."""
    return message.get(LANGUAGE) or default_language()
