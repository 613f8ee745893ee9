"""The sentences of a message, and what stands between their commas: each may say something of its own."""

from __future__ import annotations

from functools import lru_cache

import regex

from bot.content.language import known_languages
from bot.nlu.phrases import bounded
from bot.nlu.spelling import fold

END = r"(?<=[。．！？!?\n])|(?<=\.)\s+"
COMMA = regex.compile(r"[,、，;；:：…\n]+|\s[-–—]+\s|(?<=[。．！？!?])|(?<=\.)\s+")
# In letters: shorter ones ask nothing by themselves.
SHORTEST = 4


def cut_at_commas(text: str, language: str) -> list[str]:
    """Return the parts of a text, cut at its sentences' ends, its commas and before the words that add a question.

    Args:
        text: what the person wrote.
        language: the language that it is in.
    """
    parts = (part.strip() for sentence in _sentences(text, language) for part in COMMA.split(sentence))
    return [part for part in parts if _says_enough(part)]


def _sentences(text: str, language: str) -> list[str]:
    parts = (part.strip(" \u3000,、") for part in _cut(language).split(text) if part)
    return [part for part in parts if _says_enough(part)]


def _says_enough(part: str) -> bool:
    return sum(map(str.isalnum, part)) >= SHORTEST


@lru_cache
def _cut(language: str) -> regex.Pattern[str]:
    entry = known_languages()[language]
    joins = "|".join(bounded(fold(word), entry.phrase_edges) for word in entry.joins)
    return regex.compile(rf"{END}|(?={joins})" if joins else END, regex.V1 | regex.IGNORECASE)
