"""What a rule says about somebody's case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from actions.eligibility.partial_date import PartialDate

Value = bool | int | str | date | PartialDate
Certainty = Literal["decided", "open"]


def _dated(value: Any) -> Any:
    """Return a date that JSON wrote as text as the date that it is."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


Kept = Annotated[bool | int | str | date, BeforeValidator(_dated)]


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
    values: dict[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """Something to do next: the id of its text, where it stands, and values for its placeholders."""

    step: str
    source: Source
    values: dict[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True)
class DateEntry:
    """A date that was computed, and the id of what happens on it."""

    name: str
    day: date


@dataclass(frozen=True)
class Usual:
    """What was taken for granted of a fact, and what would come of it otherwise.

    Attributes:
        fact: the fact's name.
        value: its usual value, which was assumed.
        unless: another value, which would change the decision.
        outcome: the outcome then; `depends` where further facts decide.
    """

    fact: str
    value: Kept
    unless: Kept
    outcome: str


class Case(BaseModel):
    """A branch of the tree of cases: if a fact has one of these values, then this outcome, or further cases.

    Attributes:
        fact: the fact that decides here.
        values: its values that lead to the same.
        outcome: the id of the outcome's text; None where further facts decide it.
        steps: ids of what to do in this case and not in every other.
        dates: the dates of this case.
        cases: the branches below, commonest first.
    """

    model_config = ConfigDict(frozen=True)

    fact: str
    values: tuple[Kept, ...]
    outcome: str | None = None
    certainty: Certainty = "decided"
    steps: tuple[Step, ...] = ()
    dates: tuple[DateEntry, ...] = ()
    cases: tuple[Case, ...] = ()


class Decision(BaseModel):
    """The outcome of a check.

    Attributes:
        check: the check's name.
        outcome: the id of the outcome's text; `depends` while facts that aren't known decide, `contradiction` where the
            known ones exclude each other.
        certainty: `decided` by a leaflet, or `open`: the leaflets don't settle it, and a step says whom to ask.
        reasons: every rule applied, in order; where cases are left, those that hold in every one.
        missing: the facts that would settle it, the one that matters most first.
        usually: what was taken for granted and would change the decision.
        cases: what holds by case, where facts that aren't known decide.
        contradictions: known facts that exclude each other.
        dates: the dates computed, in order; where cases are left, those that are the same in every one.
        steps: what to do next, in order; where cases are left, what is right in every one.
        would_change: ids of what would change the outcome later.
        past_horizon: whether it leans on a parameter past the day up to which the leaflets know it.
    """

    model_config = ConfigDict(frozen=True)

    check: str
    outcome: str
    certainty: Certainty
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    usually: tuple[Usual, ...] = ()
    cases: tuple[Case, ...] = ()
    contradictions: tuple[tuple[str, ...], ...] = ()
    dates: tuple[DateEntry, ...] = ()
    steps: tuple[Step, ...] = ()
    would_change: tuple[str, ...] = ()
    past_horizon: bool = False

    @property
    def settled(self) -> bool:
        """Tell whether there is one outcome, whatever else may be true."""
        return self.outcome not in ("depends", "contradiction")
