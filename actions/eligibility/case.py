"""A case in the making: what the person has told so far, as it is kept in the conversation."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from actions.eligibility.checks import CHECKS, Check
from actions.eligibility.decision import Decision


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
        """Return the fact to ask for next; None when nothing that can still be learnt would change the outcome."""
        missing = self.decide(today).missing
        return next((fact for fact in missing if fact not in self.unknown), None)
