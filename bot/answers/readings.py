"""Readings (furigana): how each piece of kanji in a Japanese text is read, by SudachiPy and a list of exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import regex
from pydantic import BaseModel, ConfigDict
from sudachipy import Dictionary, Morpheme, SplitMode

from bot.content.files import read_as
from bot.content.language import known_languages, localised

KANJI = regex.compile(r"\p{Han}")
RUNS = regex.compile(r"[\p{Han}\dヶ]+|[^\p{Han}\dヶ]+")
TO_HIRAGANA = {ord(katakana): ord(katakana) - 0x60 for katakana in map(chr, range(ord("ァ"), ord("ヶ") + 1))}
# How a piece of kanji is written with its reading: for who can show it above, and in brackets for who can't.
ABOVE, IN_BRACKETS = "｜{}《{}》", "{}（{}）"


class ReadingsFile(BaseModel):
    """What `readings.yml` says.

    Attributes:
        read_as: pieces of writing, as regular expressions, whose reading isn't the dictionary's.
        proved: readings that somebody has looked at, by piece of writing.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    read_as: dict[re.Pattern[str], str] = {}
    proved: dict[str, list[str]] = {}


@dataclass(frozen=True)
class Reading:
    """How a piece of a text is read: its place in characters, and its reading in hiragana."""

    start: int
    end: int
    kana: str

    def meets(self, other: Reading) -> bool:
        """Tell whether both are of some same character."""
        return self.start < other.end and other.start < self.end

    def cuts(self, other: Reading) -> bool:
        """Tell whether it would leave a part of the other without a reading."""
        return self.meets(other) and not self.start <= other.start < other.end <= self.end


def is_read(language: str) -> bool:
    """Tell whether texts of a language have readings."""
    return known_languages()[language].furigana is not None


def readings(text: str, language: str) -> tuple[Reading, ...]:
    """Return the readings of the kanji in a text, in order.

    Args:
        text: any text.
        language: one whose texts have readings.
    """
    by_word = [reading for word in _words(text) for reading in _of_word(word)]
    excepted = [reading for reading in _excepted(text, language) if not any(map(reading.cuts, by_word))]
    others = (reading for reading in by_word if not any(reading.meets(exception) for exception in excepted))
    return tuple(sorted([*excepted, *others], key=lambda reading: reading.start))


def with_readings(text: str, language: str, form: str = ABOVE) -> str:
    """Return a text with the reading after each piece of kanji: ｜漢字《かんじ》, or as another form has it."""
    parts, last = [], 0
    for reading in readings(text, language):
        parts += [text[last : reading.start], form.format(text[reading.start : reading.end], reading.kana)]
        last = reading.end
    return "".join([*parts, text[last:]])


def _excepted(text: str, language: str) -> Iterator[Reading]:
    """Yield what the exceptions say; of those that begin at one place the first that is written."""
    pattern, kana = _exceptions(language)
    return (Reading(match.start(), match.end(), kana[str(match.lastgroup)]) for match in pattern.finditer(text))


@lru_cache
def readings_file(language: str) -> ReadingsFile:
    """Return what is written of a language's readings.

    Raises:
        ContentError: if the file doesn't have its form.
    """
    file = localised("readings.yml", language)
    return read_as(ReadingsFile, file) if file else ReadingsFile()


@lru_cache
def _exceptions(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    named = {f"n{number}": entry for number, entry in enumerate(readings_file(language).read_as.items())}
    joined = "|".join(f"(?P<{name}>{pattern.pattern})" for name, (pattern, _) in named.items()) or r"(?!)"
    return re.compile(joined), {name: kana for name, (_, kana) in named.items()}


@lru_cache
def _dictionary() -> Any:
    return Dictionary(dict="core").create(SplitMode.C)


def _words(text: str) -> Sequence[Morpheme]:
    words: Sequence[Morpheme] = _dictionary().tokenize(text)
    return words


def _of_word(word: Morpheme) -> Iterator[Reading]:
    """Yield the readings of a word's pieces of kanji; of the whole word where its kana don't show which is which."""
    surface, kana = word.surface(), word.reading_form().translate(TO_HIRAGANA)
    if not KANJI.search(surface) or not kana:
        return
    pieces = list(RUNS.finditer(surface))
    found = regex.fullmatch("".join(_part(piece[0]) for piece in pieces), kana)
    if found is None:
        yield Reading(word.begin(), word.end(), kana)
        return
    kanji = (piece for piece in pieces if KANJI.search(piece[0]))
    for piece, read in zip(kanji, found.groups(), strict=True):
        yield Reading(word.begin() + piece.start(), word.begin() + piece.end(), read)


def _part(piece: str) -> str:
    return "(.+?)" if KANJI.search(piece) else regex.escape(piece.translate(TO_HIRAGANA))
