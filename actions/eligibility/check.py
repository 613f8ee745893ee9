"""A personal check: everything that the rest of the project derives its name, questions, routes and documents from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.eligibility.contradictions import Contradiction, contradicting, contradiction, in_future
from actions.eligibility.decision import Decision, Value
from actions.eligibility.explore import Rule, decide
from actions.eligibility.facts import Facts

# Facts that exclude each other on a day: for what a table of pairs can't say.
Excluded = Callable[[dict[str, Value], date], tuple[tuple[str, ...], ...]]


@dataclass(frozen=True)
class Check:
    """A check.

    Attributes:
        name: its id; the intent, the API's route and the texts are called the same.
        answers: what it answers, in a few words, for documents.
        rule: runs in one world.
        asks: the facts that may be asked for, in order; all others are used if they are told.
        contradictions: which facts exclude each other.
        past: the facts that can't lie in the future.
        excluded: what else excludes each other.
        dates: the dates that a bare one may be; the likeliest first.
        about_dates: whether it is dates that people want, so that they are worth a question in any case.
        example: facts of a case, for the API's documents.
        leads_to: what is likely wanted next: checks, topics and questions, as buttons.
    """

    name: str
    answers: str
    rule: Rule
    asks: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    example: dict[str, Any]
    dates: tuple[str, ...] = ()
    about_dates: bool = False
    past: tuple[str, ...] = ()
    excluded: Excluded = lambda told, day: ()
    leads_to: tuple[str, ...] = ()

    def contradicting(self, facts: Facts, day: date) -> tuple[tuple[str, ...], ...]:
        """Return the names of told facts that exclude each other."""
        told = facts.told()
        return (
            *contradicting(told, self.contradictions),
            *in_future(told, day, *self.past),
            *self.excluded(told, day),
        )

    def decide(self, facts: Facts, day: date) -> Decision:
        """Return the decision on a case.

        Args:
            facts: what was told of it.
            day: the day that it is decided for.
        """
        if names := self.contradicting(facts, day):
            return contradiction(self.name, names)
        return decide(self.name, self.rule, facts.told(), day)
