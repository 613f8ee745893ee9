"""From what a message tells to the facts of a check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from pydantic import ValidationError

from actions.eligibility.calendar_arithmetic import end_of_month
from actions.eligibility.facts import Facts
from actions.eligibility.partial_date import PartialDate

FACT, ANSWER = "fact", "answer"
UNKNOWN, STOP, IMPOSSIBLE = "unknown", "stop", "impossible"
BOOLEANS = {"yes": True, "no": False}
Entity = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """What a message tells: values by fact, bare answers, and dates that no calendar has."""

    facts: dict[str, str]
    answers: list[str]

    @classmethod
    def from_entities(cls, entities: Iterable[Entity]) -> Told:
        """Sort the entities of a message; dates without a name are bare answers."""
        listed = list(entities)
        named = {
            entity["role"]: str(entity["value"]) for entity in listed if entity["entity"] == FACT and entity.get("role")
        }
        bare = [str(entity["value"]) for entity in listed if entity["entity"] == ANSWER]
        return cls(named, bare)


def read_value(form: type[Facts], fact: str, value: str, today: date) -> Any | None:
    """Return a value as the check takes it, or None if it can't be one.

    Args:
        form: the facts of the check.
        fact: which of them.
        value: as a message tells it, see `bot.nlu.facts.Told`.
        today: decides the year of a date that was told without one.
    """
    kinds = _kinds(form, fact)
    if bool in kinds:
        return BOOLEANS.get(value)
    if date in kinds:
        value = _whole_date(value, today) or value
    try:
        form(**{fact: value})
    except ValidationError:
        return None
    return value


def _kinds(form: type[Facts], fact: str) -> set[Any]:
    return set(get_args(form.model_fields[fact].annotation))


def _whole_date(value: str, today: date) -> str | None:
    """Return the day that a partly told date means: its next coming, or the last day of a month."""
    try:
        partial = PartialDate(value)
    except ValueError:
        return None
    if partial.year is None:
        years = (today.year + step for step in range(9))
        days = (_possible(year, partial) for year in years)
        return next((day.isoformat() for day in days if day and day >= today), None)
    if partial.month is None:
        return None
    return (partial.first if partial.day else end_of_month(partial.first)).isoformat()


def _possible(year: int, partial: PartialDate) -> date | None:
    try:
        return date(year, partial.month or 1, partial.day or 1)
    except ValueError:
        return None


def kind_of(form: type[Facts], fact: str) -> Literal["yes_no", "date", "choice"]:
    """Return how a fact is asked for."""
    kinds = _kinds(form, fact)
    if bool in kinds:
        return "yes_no"
    return "date" if kinds & {date, PartialDate} else "choice"
