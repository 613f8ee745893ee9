"""What people write, by question, in files a topic: `data/languages/<id>/examples/` and `…/follow_ups/`.

An example can stand alone; a follow-up is what people write after an answer of the same topic, and means nothing
without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.content.files import read_as
from bot.content.language import EXAMPLES, LANGUAGES, known_languages
from bot.content.topic import topics

FAQ = "faq"
FOLLOW_UPS = "follow_ups"
Questions = dict[str, list[str]]


@dataclass(frozen=True)
class LabelledText:
    """A message that people send, its language and the full name of its intent: `greet`, `faq/register.fee`."""

    text: str
    language: str
    intent: str


def intent_of(topic: str, question: str) -> str:
    """Return the full name of the intent of a question; what is no topic with answers is an intent by itself."""
    return f"{FAQ}/{topic}.{question}" if topic in topics() else topic


def example_files(language: str, folder: Path = LANGUAGES, kind: str = EXAMPLES) -> list[Path]:
    """Return the files of a language's examples, or of its follow-ups."""
    return sorted((folder / language / kind).glob("*/*.yml"))


@lru_cache
def examples(folder: Path = LANGUAGES) -> tuple[LabelledText, ...]:
    """Return every example of every language.

    Raises:
        ContentError: if a file doesn't have its form.
    """
    return tuple(_labelled(folder, EXAMPLES))


@lru_cache
def follow_ups(folder: Path = LANGUAGES) -> tuple[LabelledText, ...]:
    """Return every follow-up of every language.

    Raises:
        ContentError: if a file doesn't have its form.
    """
    return tuple(_labelled(folder, FOLLOW_UPS))


def _labelled(folder: Path, kind: str) -> Iterator[LabelledText]:
    for language in known_languages(folder):
        for path in example_files(language, folder, kind):
            for question, texts in read_as(Questions, path).items():
                intent = intent_of(path.stem, question)
                yield from (LabelledText(text, language, intent) for text in texts)
