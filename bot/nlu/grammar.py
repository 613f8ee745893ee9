"""The small words by which a clause is told, doubted, supposed, planned or asked: a language's `facts.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex
from pydantic import BaseModel, ConfigDict

from bot.content.files import ContentError, read_as
from bot.content.language import known_languages, localised
from bot.nlu.phrases import LETTER, Pattern


class GrammarFile(BaseModel):
    """What `facts.yml` says; every entry is a pattern, and stands by itself where the language sets its words off.

    Attributes:
        breaks: before what a clause begins; a date is a row of `◆`, in `ends` too.
        ends: after what a clause ends.
        recasts: pattern and what a message is read as before it is cut: "it isn't A that broke, it's B" as "B broke".
        rewrites: pattern and what a clause is read as: "nothing but" as "only".
        supposed: marks a case that is only supposed.
        doubted: marks that the person isn't sure.
        planned: marks what is only wished or planned.
        asked: marks a question.
        negated: marks a "not".
        past: marks that something is over.
        been: marks that somebody was there already: "went to the doctor".
        retracted: marks what is taken back: "not this but".
        corrected: marks that what follows replaces what was said.
        others: names somebody else, whose case it may be.
        strangers: names somebody whose case it never is: a friend, one's doctor.
        own: marks what is the person's own, told apart from somebody else's.
        birthday: names the day of a birthday.
        turned: an age reached on the day beside it; the number is the group `age`.
        unknown: marks that the person can't answer.
        stop: ends a check.
        restart: begins a check anew.
        undo: takes back what was told last.
        why: asks why something is asked.
        fillers: words that say nothing beside a date or an answer.
        named: what a clause must name to tell a fact that nothing before it was about, by the fact, or the fact and its
            value (`card.on_phone_only`).
        numbers: what has digits but is no date: telephone numbers, addresses.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    breaks: tuple[str, ...]
    ends: tuple[str, ...]
    recasts: tuple[tuple[str, str], ...] = ()
    rewrites: tuple[tuple[str, str], ...]
    supposed: tuple[str, ...]
    doubted: tuple[str, ...]
    planned: tuple[str, ...]
    asked: tuple[str, ...]
    negated: tuple[str, ...]
    past: tuple[str, ...]
    been: tuple[str, ...]
    retracted: tuple[str, ...]
    corrected: tuple[str, ...]
    others: tuple[str, ...]
    strangers: tuple[str, ...]
    own: tuple[str, ...]
    birthday: tuple[str, ...]
    turned: tuple[str, ...]
    unknown: tuple[str, ...]
    stop: tuple[str, ...]
    restart: tuple[str, ...]
    undo: tuple[str, ...]
    why: tuple[str, ...]
    fillers: tuple[str, ...]
    named: dict[str, tuple[str, ...]] = {}
    numbers: tuple[str, ...]


class Grammar:
    """A language's grammar, ready to be searched by the names of `GrammarFile`."""

    def __init__(self, file: GrammarFile, edges: Sequence[str]) -> None:
        """Compile the patterns.

        Args:
            file: the patterns.
            edges: where a pattern must begin or end a word.
        """
        self._patterns = {
            name: _compiled(entries, edges)
            for name, entries in file
            if name not in ("recasts", "rewrites", "ends", "breaks", "named")
        }
        self._named = {name: _compiled(entries, edges) for name, entries in file.named.items()}
        self.cut = _cut(file, edges)
        self._rewrites = [(_compiled([pattern], edges), plain) for pattern, plain in file.rewrites]
        self._recasts = [(_compiled([pattern], edges), plain) for pattern, plain in file.recasts]

    def pattern(self, name: str) -> Pattern:
        """Return the pattern of anything in a section."""
        return self._patterns[name]

    def says(self, name: str, text: str) -> bool:
        """Tell whether a text has anything of a section."""
        return bool(self._patterns[name].search(text))

    def names(self, fact: str, value: str | None, text: str) -> bool:
        """Tell whether a text names all that it must to tell a fact, where the language says what."""
        needed = (self._named.get(key) for key in (fact, f"{fact}.{value}"))
        return all(pattern.search(text) for pattern in needed if pattern)

    def recast(self, text: str) -> str:
        """Return a message with what it tells across its clauses put into one."""
        return _replaced(text, self._recasts)

    def rewritten(self, text: str) -> str:
        """Return a clause with its roundabout expressions put plainly."""
        return _replaced(text, self._rewrites)


def _replaced(text: str, replacements: Sequence[tuple[Pattern, str]]) -> str:
    for pattern, plain in replacements:
        text = pattern.sub(plain, text)
    return text


@lru_cache
def grammar(language: str) -> Grammar:
    """Return a language's grammar, that of its fallback where it has none.

    Raises:
        ContentError: if nobody wrote one, or a pattern of it can't be read.
    """
    path = localised("facts.yml", language)
    if path is None:
        raise ContentError(f"{language}: no facts.yml")
    try:
        return Grammar(read_as(GrammarFile, path), known_languages()[language].phrase_edges)
    except regex.error as error:
        raise ContentError(f"{path}: {error}") from error


def _compiled(entries: Sequence[str], edges: Sequence[str]) -> Pattern:
    before, after = (rf"(?<!{LETTER})" if "start" in edges else ""), (rf"(?!{LETTER})" if "end" in edges else "")
    # The longest first, so that of "she's" no letter is left over.
    longest_first = "|".join(sorted(entries, key=len, reverse=True))
    return regex.compile(f"{before}(?:{longest_first or '(?!)'}){after}", regex.V1 | regex.IGNORECASE)


def _cut(file: GrammarFile, edges: Sequence[str]) -> Pattern:
    """Return a pattern of the places between two clauses."""
    before = rf"(?<!{LETTER})" if "start" in edges else ""
    ends = "|".join(f"(?<={entry})" for entry in file.ends)
    breaks = "|".join(f"{before}(?={entry})" for entry in file.breaks)
    return regex.compile("|".join(filter(None, [ends, breaks])), regex.V1 | regex.IGNORECASE)
