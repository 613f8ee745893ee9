"""What a message tells, and what of it could not be used."""

from __future__ import annotations

from dataclasses import dataclass

YES, NO = "yes", "no"


@dataclass(frozen=True)
class Told:
    """Something that a message tells.

    Attributes:
        fact: the fact's name; None for a bare answer where nothing fitting was asked.
        value: a fact's value, `yes`, `no`, one of `EVASIONS`, or a date as far as it was given (2026-12-01,
            2021-03, 2021, --05-03, or `impossible`).
    """

    fact: str | None
    value: str


@dataclass(frozen=True)
class Unused:
    """A date that was seen and not taken for any fact.

    Attributes:
        text: the words.
        reason: `ambiguous`: it could be two days; `unplaced`: nothing says what it is.
    """

    text: str
    reason: str


@dataclass(frozen=True)
class FactReading:
    """What a message tells, and what of it could not be used."""

    told: tuple[Told, ...]
    unused: tuple[Unused, ...] = ()
