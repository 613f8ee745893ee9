"""What a rule says in one possible world; collected while the rule runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from actions.eligibility.decision import Certainty, DateEntry, Kept, Reason, Source, Step


@dataclass
class Verdict:
    """An outcome in the making: the rule adds reasons, steps and dates, and names the outcome last."""

    outcome: str = ""
    certainty: Certainty = "decided"
    reasons: list[Reason] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    dates: list[DateEntry] = field(default_factory=list)
    would_change: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    past_horizon: bool = False

    def because(self, rule: str, source: Source, **values: Kept) -> Verdict:
        """Note a rule that was applied."""
        self.reasons.append(Reason(rule=rule, source=source, values=values))
        return self

    def then(self, step: str, source: Source, **values: Kept) -> Verdict:
        """Note a next step."""
        self.steps.append(Step(step=step, source=source, values=values))
        return self

    def on(self, name: str, day: date) -> Verdict:
        """Note a date."""
        self.dates.append(DateEntry(name=name, day=day))
        return self

    def unless(self, *changes: str) -> Verdict:
        """Note what would change the outcome later."""
        self.would_change.extend(changes)
        return self

    def want(self, *facts: str) -> Verdict:
        """Note facts without which no more can be said."""
        self.wanted.extend(facts)
        return self

    def decided(self, outcome: str) -> Verdict:
        """Name the outcome, decided by a leaflet."""
        self.outcome = outcome
        return self

    def open(self, outcome: str) -> Verdict:
        """Name the outcome, not settled by the leaflets."""
        self.outcome, self.certainty = outcome, "open"
        return self
