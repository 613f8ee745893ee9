"""Texts cut to what a messenger takes: where a paragraph ends, else a line, else a sentence, else a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

import regex

# From the best place to cut to the worst, each as what ends a piece.
ENDS = [re.compile(end) for end in (r"\n\n+", r"\n", r"[。！？।]|[.!?](?=\s)", r"\s+")]
Length = Callable[[str], int]


def pieces(texts: Sequence[str], most: int, count: int, length: Length = len) -> list[str]:
    """Return texts as at most so many messages: each by itself while there is room, else all run together and cut anew.

    What even then finds no room is left out.

    Args:
        texts: what is to be sent, in order.
        most: how long a message may be.
        count: how many there may be.
        length: how the messenger counts.
    """
    apart = [piece for text in texts for piece in split(text, most, length)]
    return apart if len(apart) <= count else split("\n\n".join(texts), most, length)[:count]


def split(text: str, most: int, length: Length = len) -> list[str]:
    """Return a text in pieces that are no longer than allowed; none where it is blank."""
    found, rest = [], text.strip()
    while length(rest) > most:
        end = _end(rest, most, length)
        found.append(rest[:end].rstrip())
        rest = rest[end:].lstrip("\n ")
    return [*found, rest] if rest else found


def shortened(text: str, most: int, length: Length = len) -> str:
    """Return a text, or as much of its beginning as is allowed, with a sign that it goes on."""
    return text if length(text) <= most else f"{split(text, most - 1, length)[0]}…"


def _end(text: str, most: int, length: Length) -> int:
    """Return where to cut so that the first piece is no longer than allowed: the last good place in its later half."""
    room = _room(text, most, length)
    for pattern in ENDS:
        ends = [match.end() for match in pattern.finditer(text, 0, room)]
        if ends and ends[-1] > room // 2:
            return ends[-1]
    return room


def _room(text: str, most: int, length: Length) -> int:
    """Return how many characters fit, without cutting one that people see as one."""
    marks = regex.findall(r"\X", text)
    sizes = accumulate(length(mark) for mark in marks)
    fitting = sum(1 for size in sizes if size <= most)
    return len("".join(marks[: max(1, fitting)]))
