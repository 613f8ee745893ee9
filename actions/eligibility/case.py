"""A case in the making: what the person has told so far, as it is kept in the conversation."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from actions.eligibility.checks import CHECKS, Check
from actions.eligibility.decision import Decision, Value


@dataclass
class Case:
    """The state of a check in a conversation.

    Attributes:
        check: the check's name.
        facts: what is known, as JSON takes it.
        unknown: the facts that the person doesn't know.
        understood: the facts that the latest message told, to be confirmed.
        failures: how often in a row the question asked was not answered.
        remark: why the latest answer was not taken: `impossible`, `not_understood`, or None.
    """

    check: str
    facts: dict[str, Any] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    failures: int = 0
    remark: str | None = None

    @classmethod
    def from_slot(cls, value: dict[str, Any] | None) -> Case | None:
        """Return the case that a slot holds."""
        return cls(**value) if value else None

    def to_slot(self) -> dict[str, Any]:
        """Return what a slot can hold."""
        return asdict(self)

    @property
    def rule(self) -> Check:
        """Return the check itself."""
        return CHECKS[self.check]

    def decide(self, today: date) -> Decision:
        """Return the decision on what is known."""
        return self.rule.decide(self.rule.facts(**self.facts), today)

    def next_fact(self, today: date) -> str | None:
        """Return the fact to ask for next; None when nothing that can still be learnt would change the outcome.

        What was told already, if only in part, is asked for again only where it contradicts something.
        """
        decision = self.decide(today)
        answered = set(self.unknown) | (set() if decision.contradictions else set(self.facts))
        open_facts = (fact for fact in decision.missing if fact not in answered)
        return next((fact for fact in open_facts if self._worth_asking(fact, decision)), None)

    def _worth_asking(self, fact: str, decision: Decision) -> bool:
        """Tell whether a fact matters for at least half the values of each fact that the person doesn't know.

        Who doesn't know why a card is needed isn't asked for the baby's birthday.
        """
        return all(
            2 * len(_values(unknown, decision, fact)) >= len(_values(unknown, decision)) for unknown in self.unknown
        )


def _values(unknown: str, decision: Decision, fact: str | None = None) -> set[Value]:
    """Return the values of an unknown fact in the cases of a decision: all, or those where another fact matters."""
    assumed = (possible.assumptions for possible in decision.possible)
    return {known[unknown] for known in assumed if unknown in known and (fact is None or fact in known)}
