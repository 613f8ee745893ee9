"""Phrases in a text: where one begins and ends is the language's to say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

import regex

from bot.content.language import known_languages
from bot.nlu.spelling import fold

# A letter, sign or digit of a script whose words are set off; kana and Chinese characters are none, as in iPhoneに.
LETTER = r"[\p{L}\p{M}\p{N}--[\p{Han}\p{Hiragana}\p{Katakana}ー]]"
IS_LETTER = regex.compile(LETTER, regex.V1)
Pattern: TypeAlias = "regex.Pattern[str]"


def bounded(phrase: str, edges: Iterable[str]) -> str:
    """Return a pattern of a phrase that stands by itself.

    Args:
        phrase: as `fold` writes it.
        edges: where it must begin or end a word: `start`, `end`. Where it begins with Latin letters in a language that
            sets no words off, it must always.
    """
    strict = set(edges) or {"start", "end"}
    before = rf"(?<!{LETTER})" if "start" in strict and IS_LETTER.match(phrase[0]) else ""
    after = rf"(?!{LETTER})" if "end" in strict and IS_LETTER.match(phrase[-1]) else ""
    return f"{before}{regex.escape(phrase)}{after}"


# The patterns of a language are as many as its content has phrases; re's own store of them would overflow.
@cache
def phrase_pattern(phrase: str, language: str) -> Pattern:
    """Return a pattern of a phrase, for texts as `fold` writes them."""
    return regex.compile(bounded(fold(phrase), known_languages()[language].phrase_edges), regex.V1)


def any_phrase(phrases: Iterable[str], language: str) -> Pattern:
    """Return a pattern of any of the phrases, the longest first; of none where there are none."""
    edges = known_languages()[language].phrase_edges
    longest_first = sorted(map(fold, phrases), key=len, reverse=True)
    return regex.compile("|".join(bounded(phrase, edges) for phrase in longest_first) or "(?!)", regex.V1)
