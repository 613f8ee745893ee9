"""Run a rule in every world that the known facts leave possible.

A rule is written for somebody who knows everything. It asks its world for facts as late as it can; where a fact is
not known, the rule is run once for each value that it may have. So an outcome is decided only if it is the same
whatever the unknown facts are, and a fact is missing only if the outcome depends on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from actions.eligibility.decision import Decision, Possibility, Value
from actions.eligibility.verdict import Verdict

Item = TypeVar("Item")


class _UnknownError(Exception):
    def __init__(self, fact: str, values: Sequence[Value]) -> None:
        self.fact = fact
        self.values = values


class World:
    """Facts as far as they are known or assumed."""

    def __init__(self, known: dict[str, Value], assumed: dict[str, Value]) -> None:
        """Create a world.

        Args:
            known: the facts of the case by name.
            assumed: what is assumed of facts that aren't known.
        """
        self.known = known
        self._assumed = assumed

    def ask(self, fact: str, values: Sequence[Value] = (True, False)) -> Value:
        """Return a fact's value, known or assumed; the rule is run again for each of `values` if it is neither."""
        found = self.known.get(fact, self._assumed.get(fact))
        if found is None:
            raise _UnknownError(fact, values)
        return found


Rule = Callable[[World], Verdict]


@dataclass(frozen=True)
class _Leaf:
    """What a rule says, and what has to be assumed for it: only facts that make a difference."""

    assumed: dict[str, Value]
    verdict: Verdict

    @property
    def told(self) -> tuple[object, ...]:
        """What makes a leaf another one for the person who is told it."""
        return self.assumed, self.verdict.outcome, self.verdict.certainty, self.verdict.dates


def _explore(rule: Rule, known: dict[str, Value], assumed: dict[str, Value]) -> list[_Leaf]:
    try:
        return [_Leaf({}, rule(World(known, assumed)))]
    except _UnknownError as unknown:
        fact, values = unknown.fact, unknown.values
    branches = [_explore(rule, known, assumed | {fact: value}) for value in values]
    first, *others = [[leaf.told for leaf in branch] for branch in branches]
    if all(told == first for told in others):
        return [_Leaf(same[0].assumed, _common(leaf.verdict for leaf in same)) for same in zip(*branches, strict=True)]
    return [
        _Leaf({fact: value, **leaf.assumed}, leaf.verdict)
        for value, branch in zip(values, branches, strict=True)
        for leaf in branch
    ]


def _common(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the first verdict with what all of them give as reasons, steps, dates and changes."""
    first, *others = verdicts
    return Verdict(
        first.outcome,
        first.certainty,
        reasons=_shared(first.reasons, [other.reasons for other in others]),
        steps=_shared(first.steps, [other.steps for other in others]),
        dates=_shared(first.dates, [other.dates for other in others]),
        would_change=_shared(first.would_change, [other.would_change for other in others]),
        past_horizon=any(verdict.past_horizon for verdict in (first, *others)),
    )


def _shared(first: list[Item], others: list[list[Item]]) -> list[Item]:
    return [item for item in first if all(item in other for other in others)]


def decide(check: str, rule: Rule, known: dict[str, Value]) -> Decision:
    """Return the decision of a rule on the facts that are known.

    Args:
        check: the check's name.
        rule: runs in one world.
        known: the facts by name; those that aren't known are left out.
    """
    leaves = _explore(rule, known, {})
    common = _common(leaf.verdict for leaf in leaves)
    decided = len(leaves) == 1
    return Decision(
        check=check,
        outcome=common.outcome if decided else "depends",
        certainty=common.certainty if decided else "open",
        reasons=tuple(common.reasons),
        missing=tuple(dict.fromkeys(fact for leaf in leaves for fact in leaf.assumed)),
        possible=() if decided else tuple(_possibility(leaf) for leaf in leaves),
        dates=tuple(common.dates),
        steps=tuple(common.steps),
        would_change=tuple(common.would_change) if decided else (),
        past_horizon=common.past_horizon,
    )


def _possibility(leaf: _Leaf) -> Possibility:
    return Possibility(leaf.assumed, leaf.verdict.outcome, tuple(leaf.verdict.dates))
