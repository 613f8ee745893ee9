"""The facts of a case that a message tells: phrases, yes and no, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import regex

from bot.content.files import ContentError, read_yaml
from bot.content.language import localised
from bot.nlu.dates import DateMention, age_in_years, age_pattern, find_dates
from bot.nlu.dates.cues import name_dates
from bot.nlu.dates.numerals import plain
from bot.nlu.phrases import Pattern, any_phrase, phrase_pattern
from bot.nlu.spelling import fold


@dataclass(frozen=True)
class Told:
    """Something that a message tells.

    Attributes:
        fact: the fact's name; None for a bare answer to whatever was asked.
        value: a fact's value, `yes`, `no`, `unknown`, `stop`, `restart`, `expired`, `valid`, or a date as far as it was
            given (2026-12-01, 2021-03, 2021, --05-03, --05, or `impossible`).
    """

    fact: str | None
    value: str


UNKNOWN, STOP, RESTART, TODAY = "unknown", "stop", "restart", "today"
CONTRARY = {"yes": "no", "at_hand": "none"}
# What a "not" beside it denies; of all else it is a part already.
DENIABLE = ("yes", "at_hand", "lost", "stolen", "damaged", "renewing", "on_phone_only", "expired", "waiting")
# What is said of a date without saying when it is.
UNDATED = ("expired", "valid", TODAY)
EVASIONS = (UNKNOWN, STOP, RESTART, "undo", "why")
# A birthday comes every year, so "was born" says nothing of its year.
BIRTHS = ("born_on",)
Phrases = list[tuple[Pattern, Told]]


def told(text: str, language: str, today: date, asked: str | None = None) -> list[Told]:
    """Return what a message tells, facts that are named before bare answers.

    Args:
        text: what the person wrote.
        language: the language that it is in.
        today: what relative dates count from.
        asked: the fact that the person was just asked for.
    """
    folded = fold(text)
    bare = [
        item for item in _first(folded, _phrases(language, "replies"), language) if not _asks(folded, language, item)
    ]
    evades = any(item.value in EVASIONS for item in bare)
    named = [item for item in _by_fact(folded, language) if not (evades and item.fact == asked)]
    dates = _dates(text, language, today)
    if (
        asked
        and asked in read_facts(language)["answers"]
        and not evades
        and not any(item.fact == asked for item in [*named, *dates])
    ):
        named += _asked_for(folded, language, today, asked, dates)
    return [*named, *dates, *bare]


def supposes(text: str, language: str) -> bool:
    """Tell whether a message speaks of a case that it only supposes: "if I lost my card"."""
    folded = fold(text)
    for term in read_facts(language)["advice"]:
        folded = folded.replace(fold(term), "")
    return _says(folded, language, "supposed")


def answers_plainly(text: str, language: str, asked: str) -> bool:
    """Tell whether a message is an answer to the question asked and nothing besides: "at home", "赤ちゃんです"."""
    sections = [section for section in ("answers", "facts") if asked in read_facts(language)[section]]
    phrases: list[Any] = [pattern for section in sections for pattern, _ in _phrases(language, section, asked)]
    if asked in read_facts(language)["ages"]:
        phrases.append(age_pattern(language))
    folded = fold(plain(text))
    return any(pattern.search(folded) and not _rest(folded, pattern, language) for pattern in phrases)


def _rest(text: str, phrase: Pattern, language: str) -> str:
    """Return what a message has in letters besides a phrase and fillers."""
    rest = phrase.sub(" ", text, count=1)
    rest = any_phrase(read_facts(language)["fillers"], language).sub(" ", rest)
    return re.sub(r"[\W_]", "", rest)


def _asks(text: str, language: str, reply: Told) -> bool:
    """Tell whether a yes or no is only a part of a question: "is it not registered?"."""
    return reply.value not in EVASIONS and _says(text, language, "questions")


def _says(text: str, language: str, section: str) -> bool:
    return any(phrase_pattern(term, language).search(text) for term in read_facts(language)[section])


def _asked_for(text: str, language: str, today: date, asked: str, dates: list[Told]) -> list[Told]:
    """Return the answer to the question asked; "it ran out in March" says more than that it ran out."""
    known = asked in read_facts(language)["answers"]
    found = _first(text, _phrases(language, "answers", asked), language) if known else []
    if any(item.fact is None for item in dates) and any(item.value in UNDATED for item in found):
        return []
    if not (found or dates):
        found = _by_age(text, language, asked)
    return [Told(item.fact, today.isoformat()) if item.value == TODAY else item for item in found]


def _by_age(text: str, language: str, asked: str) -> list[Told]:
    """Return what an age says of the fact asked for: the last of its values that begins by that age."""
    age, begins = age_in_years(text, language), read_facts(language)["ages"].get(asked, {})
    reached = [value for value, years in begins.items() if age is not None and age >= years]
    return [Told(asked, value) for value in reached[-1:]]


def _dates(text: str, language: str, today: date) -> list[Told]:
    """Return the dates, named by the words beside them; one that is said to be over has its last year."""
    mentions = find_dates(text, language, today)
    over = _says(fold(text), language, "past")
    meant = name_dates(plain(text).lower(), mentions, _cues(language))
    return [
        Told(fact, _written(mention.over(today) if over and fact not in BIRTHS else mention))
        for mention, fact in zip(mentions, meant, strict=True)
    ]


def _by_fact(text: str, language: str) -> list[Told]:
    names = read_facts(language)["facts"]
    return [found for name in names for found in _first(text, _phrases(language, "facts", name), language)]


def _first(text: str, phrases: Phrases, language: str) -> list[Told]:
    """Return what the longest phrase says, phrases standing the longest first, or the contrary where it is denied."""
    for pattern, said in phrases:
        for match in pattern.finditer(text):
            if said.value not in DENIABLE or not _denied(text, match, language):
                return [said]
            if said.value in CONTRARY:
                return [Told(said.fact, CONTRARY[said.value])]
    return []


def _denied(text: str, match: regex.Match[str], language: str) -> bool:
    """Tell whether a "not" belongs to a phrase: before it ("don't have the card") or after it (持ってへん)."""
    before, after = _negations(language)
    return bool(before.search(text[: match.start()]) or after.match(text[match.end() :]))


@lru_cache
def _negations(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a phrase is denied by right before it, two words between them at most, and right after it."""
    words = read_facts(language)["negations"]
    before, after = ("|".join(re.escape(fold(word)) for word in words.get(side, ())) for side in ("before", "after"))
    return re.compile(rf"(?:{before or '(?!)'})(?:\s+\w+){{0,2}}\s*$"), re.compile(after or "(?!)")


@lru_cache
def read_facts(language: str) -> dict[str, Any]:
    """Return a language's `facts.yml`, that of its fallback where it has none.

    Raises:
        ContentError: if nobody wrote any.
    """
    path = localised("facts.yml", language)
    if path is None:
        raise ContentError(f"{language}: no facts.yml")
    return dict(read_yaml(path))


@lru_cache
def _phrases(language: str, section: str, fact: str | None = None) -> Phrases:
    entries = read_facts(language)[section]
    by_value = entries[fact] if fact else entries
    said = [(phrase, value) for value, terms in by_value.items() for phrase in terms]
    said.sort(key=lambda item: -len(fold(item[0])))
    return [(phrase_pattern(phrase, language), Told(fact, value)) for phrase, value in said]


@lru_cache
def _cues(language: str) -> dict[str, re.Pattern[str]]:
    cues = read_facts(language)["dates"]
    return {fact: re.compile("|".join(map(re.escape, terms))) for fact, terms in cues.items() if terms}


def _written(mention: DateMention) -> str:
    """Return a date as far as it was given, as `Told.value` says."""
    if mention.impossible:
        return "impossible"
    if mention.year is None:
        return f"--{mention.month:02d}-{mention.day:02d}" if mention.day else f"--{mention.month:02d}"
    parts = [f"{mention.year:04d}", *(f"{part:02d}" for part in (mention.month, mention.day) if part)]
    return "-".join(parts)
