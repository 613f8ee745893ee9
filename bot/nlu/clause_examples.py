"""Clauses that tell a fact, to learn from: a language's `clauses.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod

from pydantic import BaseModel, ConfigDict

from bot.content.files import ContentError, read_as
from bot.content.language import localised

FILE = "clauses.yml"
DATE = "◆"
# `(a|b)` stands for a or b, `<name>` for any of the words of that name.
CHOICE, NAMED = re.compile(r"\(([^()]*)\)"), re.compile(r"<(\w+)>")
ROUNDS = 3
Values = Mapping[str, tuple[str, ...]]


class ClausesFile(BaseModel):
    """What `clauses.yml` says.

    Attributes:
        words: names for words that stand for each other.
        facts: what tells a fact's value, whatever was asked.
        answers: what tells it in answer to the question for it.
        dates: what tells which date a `◆` is; `other` for any that is no fact.
        nothing: what tells no fact though it sounds like it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: Values
    facts: Mapping[str, Values]
    answers: Mapping[str, Values]
    dates: Values
    nothing: tuple[str, ...]


@dataclass(frozen=True)
class ClauseExample:
    """A clause with what it tells.

    Attributes:
        text: the clause.
        fact: the fact that it tells; None where it tells none.
        value: its value; None where the fact is a date's.
        asked: the fact that it answers the question for.
    """

    text: str
    fact: str | None = None
    value: str | None = None
    asked: str | None = None

    @property
    def dated(self) -> bool:
        """Tell whether it tells which fact a date is."""
        return self.fact is not None and self.value is None


@lru_cache
def clauses_file(language: str) -> ClausesFile:
    """Return a language's `clauses.yml`, that of its fallback where it has none.

    Raises:
        ContentError: if nobody wrote any.
    """
    path = localised(FILE, language)
    if path is None:
        raise ContentError(f"{language}: no {FILE}")
    return read_as(ClausesFile, path)


@lru_cache
def clause_examples(language: str) -> list[ClauseExample]:
    """Return the clauses to learn from."""
    return list(_examples(clauses_file(language)))


def _examples(file: ClausesFile) -> Iterator[ClauseExample]:
    for fact, values in file.facts.items():
        for value, patterns in values.items():
            yield from (ClauseExample(text, fact, value) for text in _all(patterns, file.words))
    for fact, values in file.answers.items():
        for value, patterns in values.items():
            yield from (ClauseExample(text, fact, value, fact) for text in _all(patterns, file.words))
    for fact, patterns in file.dates.items():
        yield from (ClauseExample(text, fact) for text in _all(patterns, file.words))
    yield from (ClauseExample(text) for text in _all(file.nothing, file.words))


def _all(patterns: Iterable[str], words: Values) -> Iterator[str]:
    for pattern in patterns:
        yield from variants(pattern, words)


def variants(pattern: str, words: Values) -> list[str]:
    """Return what a pattern stands for; of much, so many that each choice is taken twice at least, in turns."""
    named = NAMED.sub(lambda match: f"({'|'.join(words[match[1]])})", pattern)
    parts = CHOICE.split(named)
    options = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    count = min(prod(map(len, options)), ROUNDS * max(map(len, options)))
    taken = ("".join(_turn(options, turn)) for turn in range(count))
    return list(dict.fromkeys(" ".join(text.split()) for text in taken))


def _turn(options: Sequence[Sequence[str]], turn: int) -> Iterator[str]:
    """Yield one choice of each part; each part goes on at a pace of its own, so that all meet each other."""
    pace = 1
    for choices in options:
        yield choices[(turn + turn // pace) % len(choices) if pace > 1 else turn % len(choices)]
        pace = max(pace, len(choices))
