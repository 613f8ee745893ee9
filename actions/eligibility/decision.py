"""What a rule says about somebody's case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

Value = bool | int | str | date


class Source(BaseModel):
    """A place in a leaflet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    leaflet: str
    where: str


# What rules make by the dozen while they run are dataclasses: a pydantic model takes ten times as long to compare.
@dataclass(frozen=True)
class Reason:
    """A rule that was applied: the id of its text, where it stands, and values for the text's placeholders."""

    rule: str
    source: Source
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """Something to do next: the id of its text, where it stands, and values for its placeholders."""

    step: str
    source: Source
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class DateEntry:
    """A date that was computed, and the id of what happens on it."""

    name: str
    day: date


@dataclass(frozen=True)
class Possibility:
    """What the outcome and the dates would be if these facts were so."""

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
        reasons: every rule applied, in order; for `depends`, those that hold in every case.
        missing: the unknown facts that the outcome depends on, the one that matters most first.
        possible: what the outcome would be, by assumption; only for `depends`.
        contradictions: known facts that exclude each other.
        dates: the dates computed, in order.
        steps: what to do next, in order; for `depends`, what is right in every case.
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
