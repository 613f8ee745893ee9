"""The examples of a language: `data/languages/<id>/examples/<group>/<topic>.yml`, by question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.files import read_as
from bot.content.language import EXAMPLES, LANGUAGES, known_languages
from bot.content.topic import topics

FAQ = "faq"
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


def example_files(language: str, folder: Path = LANGUAGES) -> list[Path]:
    """Return the files of a language's examples."""
    return sorted((folder / language / EXAMPLES).glob("*/*.yml"))


def examples(folder: Path = LANGUAGES) -> Iterator[LabelledText]:
    """Yield every example of every language.

    Raises:
        ContentError: if a file doesn't have its form.
    """
    for language in known_languages(folder):
        for path in example_files(language, folder):
            for question, texts in read_as(Questions, path).items():
                intent = intent_of(path.stem, question)
                yield from (LabelledText(text, language, intent) for text in texts)
