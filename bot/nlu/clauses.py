"""The clauses of a message: each tells, doubts, supposes or asks something of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.nlu.clause_examples import DATE
from bot.nlu.dates import DateMention
from bot.nlu.grammar import Grammar

# What says of a clause how its facts are to be taken.
MOODS = (
    "supposed",
    "doubted",
    "planned",
    "asked",
    "negated",
    "past",
    "been",
    "retracted",
    "corrected",
    "others",
    "strangers",
    "own",
)


@dataclass(frozen=True)
class Clause:
    """A clause with the dates in it.

    Attributes:
        text: its words, dates included.
        start: where in the message it begins.
        dates: its dates.
        moods: which of `MOODS` it has.
    """

    text: str
    start: int
    dates: tuple[DateMention, ...] = ()
    moods: frozenset[str] = field(default_factory=frozenset)

    @property
    def masked(self) -> str:
        """Return its words with `◆` for each date."""
        masked, at = "", 0
        for mention in self.dates:
            masked += f"{self.text[at : mention.start - self.start]} {DATE} "
            at = mention.end - self.start
        return masked + self.text[at:]

    def part(self, start: int, end: int) -> Clause:
        """Return a part of it, from one place to another of its text."""
        inside = tuple(date for date in self.dates if start <= date.start - self.start < end)
        return Clause(self.text[start:end], self.start + start, inside, self.moods)


def clauses(text: str, dates: Sequence[DateMention], words: Grammar) -> list[Clause]:
    """Return the clauses of a message.

    Args:
        text: the message, as the places of the dates count it.
        dates: its dates, in order; no clause begins inside one.
        words: the grammar of its language.
    """
    borders = [0, *_borders(text, dates, words), len(text)]
    spans = [(start, end) for start, end in pairwise(borders) if text[start:end].strip()]
    return [_clause(text, start, end, dates, words) for start, end in _joined(text, spans, words)]


def _borders(text: str, dates: Sequence[DateMention], words: Grammar) -> Iterator[int]:
    shown = text
    for date in dates:
        shown = f"{shown[: date.start]}{DATE * len(date.text)}{shown[date.end :]}"
    for match in words.cut.finditer(shown):
        if not any(date.start < match.start() < date.end for date in dates):
            yield match.start()


def _joined(text: str, spans: Sequence[tuple[int, int]], words: Grammar) -> list[tuple[int, int]]:
    """Return the spans, one without words of its own put to a neighbour.

    What only doubts goes to the one before: "it is registered, I think"; what only corrects to the one after: "no,
    wait, on the 4th".
    """
    joined: list[tuple[int, int]] = []
    begins: int | None = None
    for start, end in spans:
        first = start if begins is None else begins
        begins = None
        if _only(text[start:end], "corrected", words):
            begins = first
        elif joined and _only(text[start:end], "doubted", words):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return joined if begins is None else [*joined, (begins, spans[-1][1])]


def _only(text: str, mood: str, words: Grammar) -> bool:
    """Tell whether a text has a mood and nothing else but small words."""
    rest = words.pattern(mood).sub(" ", text)
    return rest != text and not any(map(str.isalnum, words.pattern("fillers").sub(" ", rest)))


def _clause(text: str, start: int, end: int, dates: Sequence[DateMention], words: Grammar) -> Clause:
    inside = tuple(date for date in dates if start <= date.start < end)
    plain = Clause(text[start:end], start, inside)
    return Clause(plain.text, start, inside, frozenset(_moods(words.rewritten(plain.masked), words)))


def _moods(text: str, words: Grammar) -> Iterator[str]:
    """Yield the moods of a clause; "no" is no "not" where it corrects."""
    for mood in MOODS:
        said = words.pattern("corrected").sub(" ", text) if mood == "negated" else text
        if words.says(mood, said):
            yield mood
