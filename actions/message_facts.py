"""From what a message tells to the facts of a check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from actions.eligibility.calendar_arithmetic import end_of_month
from actions.eligibility.facts import Facts, types_of
from actions.eligibility.partial_date import PartialDate

FACT, ANSWER, UNUSED = "fact", "answer", "unused"
SUPPOSED, PLAIN = "supposed", "plain"
UNKNOWN, STOP, RESTART, UNDO, WHY = "unknown", "stop", "restart", "undo", "why"
IMPOSSIBLE = "impossible"
# Where a date is told as a state, it is the state that is told.
STATES = {"electronic_certificate_until": "electronic_certificate", "card_until": "card_validity"}
TERMS = ("expired", "valid")
# A date of these that was told without its year was the last; any other is the next.
PAST = ("born_on", "issued_on", "certificate_from", "joined_on", "filed_on", "left_on")
BOOLEANS = {"yes": True, "no": False, "true": True, "false": False}
# What a button sends for a fact: `registered=true`.
NAMED = "="
MONTH = re.compile(r"--\d{2}")
Entity = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """What a message tells: values by fact and bare answers.

    Attributes:
        facts: values by fact.
        answers: yes, no, dates and the like, whatever they are about.
        supposed: whether the case is only a supposed one.
        plain: whether the message is an answer to the question asked, and nothing besides.
        unused: words, as a date that could be two days, of which nobody can tell what they say of the case.
    """

    facts: dict[str, str]
    answers: list[str]
    supposed: bool = False
    plain: bool = False
    unused: tuple[str, ...] = ()

    @classmethod
    def from_entities(cls, entities: Iterable[Entity]) -> Told:
        """Sort the entities of a message; dates without a name are bare answers."""
        listed = list(entities)
        named = dict(_named(entity) for entity in listed if entity["entity"] == FACT)
        bare = [str(entity["value"]) for entity in listed if entity["entity"] == ANSWER]
        groups = {entity.get("group") for entity in listed}
        unused = tuple(str(entity["value"]) for entity in listed if entity["entity"] == UNUSED)
        return cls(named, bare, SUPPOSED in groups, PLAIN in groups, unused)


def _named(entity: Entity) -> tuple[str, str]:
    """Return a fact's name and value, from words or from a button."""
    name, _, value = str(entity["value"]).rpartition(NAMED)
    return (entity.get("role") or name), value


def read_facts(told: Mapping[str, str], today: date) -> dict[str, Any]:
    """Return what a message tells as facts take it; what can't be one is left out."""
    stated = {STATES.get(fact, fact) if value in TERMS else fact: value for fact, value in told.items()}
    read = {fact: read_value(fact, value, today) for fact, value in stated.items()}
    return {fact: value for fact, value in read.items() if value is not None}


def read_value(fact: str, value: str, today: date, *, over: bool = False) -> Any | None:
    """Return a value as a fact takes it, or None if it can't be one.

    Args:
        fact: its name.
        value: as a message tells it, see `bot.nlu.told.Told`.
        today: decides the year of a date that was told without one.
        over: whether it is known to lie in the past.
    """
    if fact not in Facts.model_fields:
        return None
    kinds = types_of(fact)
    if bool in kinds:
        return BOOLEANS.get(value)
    if int in kinds:
        return int(value) if value.isdecimal() and Facts.takes(fact, int(value)) else None
    # A birthday without its year stays as it is.
    if kinds & {date, PartialDate} and not Facts.takes(fact, value):
        value = _completed(value, today, past=over or fact in PAST, day=date in kinds)
    return value if Facts.takes(fact, value) else None


def _completed(value: str, today: date, *, past: bool, day: bool) -> str:
    """Return a partly told date as the check takes it: the nearest without a year, as a day the last of its month."""
    if MONTH.fullmatch(value):
        value = _nearest_month(int(value[2:]), today, past=past)
    try:
        partial = PartialDate(value)
    except ValueError:
        return value
    if partial.year is None:
        found = (_possible(year, partial) for year in _years(today, past=past))
        nearest = next(item for item in found if item and (item <= today if past else item >= today))
        return nearest.isoformat()
    if partial.day or not day or not partial.month:
        return value
    last = end_of_month(partial.first)
    # What ran out this month did so yesterday at the latest; its last day would make it valid still.
    return (min(last, today - timedelta(days=1)) if past else last).isoformat()


def _nearest_month(month: int, today: date, *, past: bool) -> str:
    other = month > today.month if past else month < today.month
    year = today.year + (0 if not other else -1 if past else 1)
    return f"{year:04d}-{month:02d}"


def _years(today: date, *, past: bool) -> Iterator[int]:
    """Yield the years to look in, enough for every 29 February."""
    return (today.year + (-step if past else step) for step in range(9))


def _possible(year: int, partial: PartialDate) -> date | None:
    try:
        return date(year, partial.month or 1, partial.day or 1)
    except ValueError:
        return None
