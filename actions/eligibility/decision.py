"""What a rule says about somebody's case."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

Value = bool | int | str | date


class Source(BaseModel):
    """A place in a leaflet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    leaflet: str
    where: str


class Reason(BaseModel):
    """A rule that was applied: the id of its text, values for the text's placeholders, and where it stands."""

    model_config = ConfigDict(frozen=True)

    rule: str
    source: Source
    values: dict[str, Value] = {}


class Step(BaseModel):
    """Something to do next: the id of its text, values for its placeholders, and where it stands."""

    model_config = ConfigDict(frozen=True)

    step: str
    source: Source
    values: dict[str, Value] = {}


class DateEntry(BaseModel):
    """A date that was computed, and the id of what happens on it."""

    model_config = ConfigDict(frozen=True)

    name: str
    day: date


class Possibility(BaseModel):
    """What the outcome and the dates would be if these facts were so."""

    model_config = ConfigDict(frozen=True)

    assumptions: dict[str, Value]
    outcome: str
    dates: tuple[DateEntry, ...] = ()


class Decision(BaseModel):
    """The outcome of a check.

    Attributes:
        check: the check's name.
        outcome: the id of the outcome's text; `depends` while unknown facts decide, `contradiction` where the known
            ones exclude each other.
        certainty: `decided` by a leaflet, or `open`: the leaflets don't settle it, and a step says whom to ask.
        reasons: every rule applied, in order.
        missing: the unknown facts that the outcome depends on, the one that matters most first.
        possible: what the outcome would be, by assumption; only for `depends`.
        contradictions: known facts that exclude each other.
        dates: the dates computed, in order.
        steps: what to do next, in order.
        would_change: ids of what would change the outcome.
        past_horizon: whether it leans on a parameter past the day up to which the leaflets know it.
    """

    model_config = ConfigDict(frozen=True)

    check: str
    outcome: str
    certainty: Literal["decided", "open"]
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    possible: tuple[Possibility, ...] = ()
    contradictions: tuple[tuple[str, ...], ...] = ()
    dates: tuple[DateEntry, ...] = ()
    steps: tuple[Step, ...] = ()
    would_change: tuple[str, ...] = ()
    past_horizon: bool = False
