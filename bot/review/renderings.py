"""The texts of a language, each with the text of the default language that it renders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from bot.content.files import read_yaml
from bot.content.language import ANSWERS, LANGUAGES, TEXTS, default_language

DIGEST_BYTES = 4


@dataclass(frozen=True, order=True)
class Place:
    """Where a text stands: its file below the language's folder, and the keys that lead to it, joined by dots."""

    file: str
    path: str


@dataclass(frozen=True)
class Rendering:
    """A text and its original."""

    text: str
    original: str


def renderings(language: str, folder: Path = LANGUAGES) -> dict[Place, Rendering]:
    """Return the texts of a language that render one of the default language; none for the default language.

    Raises:
        ContentError: if a file is no YAML.
    """
    if language == default_language():
        return {}
    originals, texts = texts_of(default_language(), folder), texts_of(language, folder)
    return {place: Rendering(text, originals[place]) for place, text in texts.items() if place in originals}


@lru_cache
def texts_of(language: str, folder: Path = LANGUAGES) -> dict[Place, str]:
    """Return the texts of a language by their places.

    Raises:
        ContentError: if a file is no YAML.
    """
    own = folder / language
    files = sorted(path for kind in (ANSWERS, TEXTS) for path in (own / kind).rglob("*.yml"))
    return {
        Place(str(file.relative_to(own)), path): text for file in files for path, text in _leaves(read_yaml(file), "")
    }


def digest_of(text: str) -> str:
    """Return a short name for what a text says."""
    return blake2b(text.strip().encode(), digest_size=DIGEST_BYTES).hexdigest()


def _leaves(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for key, below in tree.items():
            yield from _leaves(below, f"{path}.{key}".strip("."))
    elif isinstance(tree, str):
        yield path, tree
