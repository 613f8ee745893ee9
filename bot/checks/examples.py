"""Has every intent examples in every language, and none twice?"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.content import read_yaml
from bot.languages import languages
from bot.project import DATA

Examples = dict[str, list[str]]


def read_examples(path: Path) -> Examples:
    """Return the examples of one language by intent."""
    blocks = read_yaml(path)["nlu"] if path.exists() else []
    return {block["intent"]: [line[2:].strip() for line in block["examples"].splitlines()] for block in blocks}


def all_examples(folder: Path = DATA / "nlu") -> dict[str, Examples]:
    """Return the examples of every language."""
    return {language: read_examples(folder / f"{language}.yml") for language in languages()}


def example_problems(examples: dict[str, Examples], intents: Iterable[str]) -> Iterator[str]:
    """Yield the problems of the examples.

    Args:
        examples: by language and intent.
        intents: every intent that a message can have, topics as `faq/<topic>`.
    """
    expected = set(intents)
    for language, by_intent in examples.items():
        yield from (f"{language}: intent without examples: {name}" for name in sorted(expected - set(by_intent)))
        yield from (f"{language}: examples for an unknown intent: {name}" for name in sorted(set(by_intent) - expected))
    yield from _repeated(examples)


def _repeated(examples: dict[str, Examples]) -> Iterator[str]:
    places: dict[str, list[str]] = defaultdict(list)
    for language, by_intent in examples.items():
        for intent, texts in by_intent.items():
            for text in texts:
                places[_folded(text)].append(f"{language} {intent}")
    for text, found in places.items():
        if len(found) > 1:
            yield f"the same example twice ({', '.join(found)}): {text}"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(letter for letter in plain if letter.isalnum())
    return kept or plain
