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


@dataclass
class _Leaf:
    assumed: dict[str, Value]
    verdict: Verdict


@dataclass
class _Branches:
    leaves: list[_Leaf]
    missing: list[str]


def _explore(rule: Rule, known: dict[str, Value], assumed: dict[str, Value]) -> _Branches:
    try:
        return _Branches([_Leaf(assumed, rule(World(known, assumed)))], [])
    except _UnknownError as unknown:
        branches = [_explore(rule, known, assumed | {unknown.fact: value}) for value in unknown.values]
        leaves = [leaf for branch in branches for leaf in branch.leaves]
        missing = [fact for branch in branches for fact in branch.missing]
        if any(_says(branch, unknown.fact) != _says(branches[0], unknown.fact) for branch in branches):
            missing.insert(0, unknown.fact)
        return _Branches(leaves, list(dict.fromkeys(missing)))


def _says(branch: _Branches, fact: str) -> list[tuple[dict[str, Value], tuple[object, ...]]]:
    """Return what a branch says, whatever it assumes of the one fact."""
    return [
        ({name: value for name, value in leaf.assumed.items() if name != fact}, _told(leaf.verdict))
        for leaf in branch.leaves
    ]


def _told(verdict: Verdict) -> tuple[object, ...]:
    """Return what makes a verdict another one for the person who is told it."""
    return verdict.outcome, verdict.certainty, *verdict.dates


def decide(check: str, rule: Rule, known: dict[str, Value]) -> Decision:
    """Return the decision of a rule on the facts that are known.

    Args:
        check: the check's name.
        rule: runs in one world.
        known: the facts by name; those that aren't known are left out.
    """
    branches = _explore(rule, known, {})
    verdicts = [leaf.verdict for leaf in branches.leaves]
    first = verdicts[0]
    if branches.missing:
        return Decision(
            check=check,
            outcome="depends",
            certainty="open",
            missing=tuple(branches.missing),
            possible=_possibilities(branches),
            reasons=_common(verdict.reasons for verdict in verdicts),
            past_horizon=any(verdict.past_horizon for verdict in verdicts),
        )
    return Decision(
        check=check,
        outcome=first.outcome,
        certainty=first.certainty,
        reasons=_common(verdict.reasons for verdict in verdicts),
        dates=_common(verdict.dates for verdict in verdicts),
        steps=_common(verdict.steps for verdict in verdicts),
        would_change=_common(verdict.would_change for verdict in verdicts),
        past_horizon=any(verdict.past_horizon for verdict in verdicts),
    )


def _possibilities(branches: _Branches) -> tuple[Possibility, ...]:
    """Return outcomes by the assumptions that make a difference, each once."""
    found = [
        Possibility(
            assumptions={fact: value for fact, value in leaf.assumed.items() if fact in branches.missing},
            outcome=leaf.verdict.outcome,
            dates=tuple(leaf.verdict.dates),
        )
        for leaf in branches.leaves
    ]
    return tuple(item for place, item in enumerate(found) if item not in found[:place])


def _common(lists: Iterable[list[Item]]) -> tuple[Item, ...]:
    """Return what stands in every list, in the order of the first."""
    first, *others = lists
    return tuple(item for item in first if all(item in other for other in others))
