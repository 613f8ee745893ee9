"""What of a message asks, and what only tells: a story, a reason, a greeting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from bot.content.language import known_languages
from bot.nlu.phrases import Pattern, bounded
from bot.nlu.sentences import COMMA, END
from bot.nlu.spelling import fold

SENTENCE = regex.compile(END, regex.V1)
MARKS = ("?", "？")
# In letters: shorter pieces say nothing.
SHORTEST = 2
# "can" begins a question, "can't" goes on with a story.
WHOLE = "(?!')"


@dataclass(frozen=True)
class Piece:
    """A clause of a message, or one thing of a list that is asked for, and whether it asks."""

    text: str
    asks: bool


def pieces(text: str, language: str) -> list[Piece]:
    """Return the pieces of a text, in order.

    Args:
        text: what the person wrote.
        language: the language that it is in.
    """
    sentences = (sentence.strip() for sentence in SENTENCE.split(text) if sentence)
    return [piece for sentence in sentences for piece in _of_sentence(sentence, language)]


def _of_sentence(sentence: str, language: str) -> list[Piece]:
    """Return the pieces of a sentence; what follows the last that asks belongs to it."""
    starts, listed = _starts(sentence, language)
    parts = [(start, sentence[start:end].strip(" \u3000,、")) for start, end in pairwise([*starts, len(sentence)])]
    parts = [(start, part) for start, part in parts if sum(map(str.isalnum, part)) >= SHORTEST]
    asks = [bool(_asks(language).search(fold(part))) for _, part in parts]
    if parts and not any(asks):
        asks[-1] = sentence.endswith(MARKS)
    asks = [asking or start in listed for asking, (start, _) in zip(asks, parts, strict=True)]
    found = [Piece(part, asking) for (_, part), asking in zip(parts, asks, strict=True)]
    if not any(asks):
        return found
    last = max(place for place, asking in enumerate(asks) if asking)
    return [*found[:last], Piece(sentence[parts[last][0] :].strip(), asks=True)]


def _starts(sentence: str, language: str) -> tuple[list[int], set[int]]:
    """Return where the pieces of a sentence start, and where those that are but the first things of a list do."""
    starts, listed = [0], set()
    for cut in _cut(language).finditer(sentence):
        if cut["list"]:
            listed.add(starts[-1])
        starts.append(cut.end())
    return starts, listed


@lru_cache
def _cut(language: str) -> Pattern:
    entry = known_languages()[language]
    links = "|".join(bounded(fold(word), entry.phrase_edges) for word in (*entry.joins, *entry.questions.links))
    # Who sets no words off by blanks uses them as commas.
    blank = "" if entry.phrase_edges else r"|\s+"
    before = f"|(?={links})" if links else ""
    return regex.compile(
        rf"(?P<list>{entry.questions.lists or '(?!)'})|{COMMA.pattern}{before}{blank}", regex.V1 | regex.IGNORECASE
    )


@lru_cache
def _asks(language: str) -> Pattern:
    """Return the pattern of a piece that asks, as `fold` writes it."""
    entry = known_languages()[language]
    words = entry.questions
    links, first, last, within = (
        "|".join(bounded(fold(word), entry.phrase_edges) for word in kind) or "(?!)"
        for kind in ((*entry.joins, *words.links), words.first, words.last, words.within)
    )
    begins = rf"^(?:(?:{links})[,\s]*)*(?:{first}){WHOLE}"
    return regex.compile(rf"{begins}|(?:{last})\W*$|(?:{within})", regex.V1)
