"""A text in one spelling: one width, small letters, all figures as 0 to 9, nothing invisible."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

CLUSTER = regex.compile(r"\X", regex.VERSION1)
# Format characters (zero width, soft hyphen, direction), enclosing marks (keycaps), and what picks a picture.
UNSEEN = {"Cf", "Me"}
PICTURES = range(0xFE00, 0xFE10)


@dataclass(frozen=True)
class Folded:
    """A folded text, and where each of its characters came from.

    Attributes:
        text: the folded text.
        starts, ends: for each of its characters, the part of the original that it stands for.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def fold(text: str) -> Folded:
    """Return a text folded, letter by letter as people see letters."""
    if text.isascii():
        return Folded(text.lower(), tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    letters, starts, ends = [], list[int](), list[int]()
    for cluster in CLUSTER.finditer(text):
        folded = fold_cluster(cluster[0])
        letters.append(folded)
        starts += [cluster.start()] * len(folded)
        ends += [cluster.end()] * len(folded)
    return Folded("".join(letters), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def fold_cluster(cluster: str) -> str:
    """Return one letter as people see it, folded; empty if nobody sees it."""
    seen = (letter for letter in unicodedata.normalize("NFKC", cluster).casefold() if not _unseen(letter))
    return "".join(map(_figure, seen))


def fold_word(word: str) -> str:
    """Return a word as it stands in a folded text."""
    return fold(word).text


def _unseen(letter: str) -> bool:
    return unicodedata.category(letter) in UNSEEN or ord(letter) in PICTURES


def _figure(letter: str) -> str:
    """Return a figure of any script as 0 to 9, and all else as it is."""
    if unicodedata.category(letter)[0] != "N":
        return letter
    value = unicodedata.numeric(letter, -1)
    return str(int(value)) if value in range(100) else letter
