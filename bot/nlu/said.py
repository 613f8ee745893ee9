"""A fact as a clause says it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.nlu.clauses import Clause


@dataclass(frozen=True)
class Said:
    """A fact with the clause that says it.

    Attributes:
        fact: its name.
        value: as in `bot.nlu.told.Told`.
        margin: how far inside its border the clause lies; the more, the surer.
        clause: the clause.
        place: where among the message's clauses it stands.
    """

    fact: str
    value: str
    margin: float
    clause: Clause
    place: int
