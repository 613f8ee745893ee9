"""The facts of a case that a message tells: phrases, yes and no, dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from bot.content import read_yaml
from bot.languages import languages
from bot.nlu.dates import DateMention, find_dates
from bot.nlu.dates.numerals import plain
from bot.project import DATA

# How far from a date the word may stand that says which date it is.
NEAR = 14


@dataclass(frozen=True)
class Told:
    """Something that a message tells.

    Attributes:
        fact: the fact's name; None for a bare answer to whatever was asked.
        value: a fact's value, `yes`, `no`, `unknown`, `stop`, or a date as far as it was given (2026-12-01, 2021-03,
            2021, --05-03, or `impossible`).
    """

    fact: str | None
    value: str


Phrases = list[tuple[re.Pattern[str], Told]]


def told(text: str, language: str, today: date, asked: str | None = None) -> list[Told]:
    """Return what a message tells, facts that are named before bare answers.

    Args:
        text: what the person wrote.
        language: the language that it is in.
        today: what relative dates count from.
        asked: the fact that the person was just asked for.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    named = _by_fact(folded, language)
    dates = find_dates(text, language, today)
    cued = [Told(_cue(plain(text).lower(), mention, language), _written(mention)) for mention in dates]
    bare = _first(folded, _phrases(language, "replies"))
    evades = any(item.value in ("unknown", "stop") for item in bare)
    if asked in read_facts()["answers"] and not evades and not any(item.fact == asked for item in named):
        named += _first(folded, _phrases(language, "answers", asked))
    return [*named, *cued, *bare]


def _by_fact(text: str, language: str) -> list[Told]:
    names = read_facts()["facts"]
    return [found for name in names for found in _first(text, _phrases(language, "facts", name))]


def _first(text: str, phrases: Phrases) -> list[Told]:
    """Return what the longest phrase says; phrases stand the longest first."""
    return next(([said] for pattern, said in phrases if pattern.search(text)), [])


@lru_cache
def read_facts() -> dict[str, Any]:
    """Return `data/nlu/facts.yml`."""
    return dict(read_yaml(DATA / "nlu" / "facts.yml"))


@lru_cache
def _phrases(language: str, section: str, fact: str | None = None) -> Phrases:
    entries = read_facts()[section]
    by_value = entries[fact] if fact else entries
    base = languages()[language].base
    said = [(phrase, value) for value, terms in by_value.items() for phrase in _terms(terms, base)]
    said.sort(key=lambda item: -len(item[0]))
    return [(_pattern(phrase), Told(fact, value)) for phrase, value in said]


def _terms(terms: dict[str, list[str]], base: str) -> Iterator[str]:
    yield from (unicodedata.normalize("NFKC", term).casefold() for term in terms.get(base, ()))


def _pattern(phrase: str) -> re.Pattern[str]:
    """Return a pattern of a phrase; in scripts with spaces it must stand as whole words."""
    spaced = phrase[0].isascii()
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)" if spaced else re.escape(phrase))


def _cue(text: str, mention: DateMention, language: str) -> str | None:
    """Return which fact a date is, by the nearest word that tells; None where none does."""
    start = text.find(mention.text)
    around = range(max(0, start - NEAR), start + len(mention.text) + NEAR)
    distances = [
        (abs(match.start() - start), fact)
        for fact, pattern in _cues(language)
        for match in pattern.finditer(text)
        if match.start() in around or match.end() in around
    ]
    return min(distances)[1] if distances else None


@lru_cache
def _cues(language: str) -> list[tuple[str, re.Pattern[str]]]:
    base = languages()[language].base
    return [
        (fact, re.compile("|".join(map(re.escape, terms[base]))))
        for fact, terms in read_facts()["dates"].items()
        if terms.get(base)
    ]


def _written(mention: DateMention) -> str:
    """Return a date as far as it was given, as `Told.value` says."""
    if mention.impossible:
        return "impossible"
    if mention.year is None:
        return f"--{mention.month:02d}-{mention.day:02d}" if mention.day else f"--{mention.month:02d}"
    parts = [f"{mention.year:04d}", *(f"{part:02d}" for part in (mention.month, mention.day) if part)]
    return "-".join(parts)
