"""A case in the making: what the person has told so far, and what was decided on it, as a conversation keeps it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from actions.eligibility.check import Check
from actions.eligibility.checks import CHECKS
from actions.eligibility.decision import Decision
from actions.eligibility.facts import Facts

MOST_QUESTIONS = 2
MOST_UNDOABLE = 5
Told = dict[str, Any]


@dataclass
class Case:
    """The state of a check in a conversation.

    Attributes:
        check: the check's name.
        facts: what was told, as JSON takes it; it stays when another check begins.
        unknown: the facts that the person doesn't know.
        asked: the facts that were asked for, in order.
        understood: the facts that the latest message told.
        failures: how often in a row the question asked was not answered.
        remark: what the next reply begins with, the id of a heading, or None.
        unused: words of the latest message of which nobody can tell what they say.
        bare_date: a date of which nobody knows what happens on it.
        before: the facts before each of the latest messages, to go back to.
        decision: what was decided on the facts, as JSON takes it.
        day: the day that it was decided for.
    """

    check: str
    facts: Told = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    failures: int = 0
    remark: str | None = None
    unused: list[str] = field(default_factory=list)
    bare_date: str | None = None
    before: list[Told] = field(default_factory=list)
    decision: dict[str, Any] = field(default_factory=dict)
    day: str = ""

    @classmethod
    def from_slot(cls, value: dict[str, Any] | None) -> Case | None:
        """Return the case that a slot holds; None for one that an earlier version kept without its decision."""
        return cls(**value) if value and value.get("decision") else None

    def to_slot(self) -> dict[str, Any]:
        """Return what a slot can hold."""
        return asdict(self)

    @property
    def rule(self) -> Check:
        """Return the check itself."""
        return CHECKS[self.check]

    @property
    def decided(self) -> Decision:
        """Return what was decided last."""
        return Decision(**self.decision)

    def decide(self, day: date) -> Decision:
        """Decide on what is known, and keep it."""
        made = self.rule.decide(Facts(**self.facts), day)
        self.decision, self.day = made.model_dump(mode="json", exclude_defaults=True), day.isoformat()
        return made

    def next_fact(self) -> str | None:
        """Return the fact to ask for next, and count it; None when the answer is clear or enough was asked.

        What was told already is asked for again only where it contradicts something.
        """
        made = self.decided
        if made.settled and not self.rule.about_dates:
            return None
        answered = set(self.unknown) | (set() if made.contradictions else set(self.facts) - set(made.missing))
        askable = made.missing if made.contradictions else [fact for fact in made.missing if fact in self.rule.asks]
        fact = next((fact for fact in askable if fact not in answered), None)
        if fact is None or (fact not in self.asked and len(self.asked) >= MOST_QUESTIONS):
            return None
        self.asked += [] if fact in self.asked else [fact]
        return fact

    def tell(self, facts: Told, day: date) -> None:
        """Add what a message told; what it contradicts of before gives way, as a correction does."""
        self.before = [*self.before, self.facts][-MOST_UNDOABLE:]
        kept = {fact: value for fact, value in self.facts.items() if fact not in facts}
        for names in self.rule.contradicting(Facts(**kept, **facts), day):
            kept = {fact: value for fact, value in kept.items() if fact not in names or not set(names) & set(facts)}
        self.facts = {**kept, **facts}
        self.unknown = [fact for fact in self.unknown if fact not in facts]
        self.understood = list(facts)

    def undo(self) -> None:
        """Go back to what was known before the latest message that told something."""
        if self.before:
            *self.before, self.facts = self.before
        self.unknown, self.remark = [], "undone"
