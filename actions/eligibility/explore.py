"""Run a rule in every world that the known facts leave possible.

A rule is written for somebody who knows everything. It asks its world for facts as late as it can. Where an ordinary
fact is not known, the rule is run once for each value that it may have: what is said in every world is told at once,
the rest as a tree of cases. An exceptional fact (`USUAL`) that nobody spoke of has its usual value; what would come of
another value is told beside the decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from actions.eligibility.decision import Case, Decision, Kept, Usual, Value
from actions.eligibility.facts import USUAL, values_of
from actions.eligibility.implications import Known, implied
from actions.eligibility.verdict import Verdict

Item = TypeVar("Item")


class _UnknownError(Exception):
    def __init__(self, fact: str, values: Sequence[Value]) -> None:
        self.fact = fact
        self.values = values


@dataclass(frozen=True)
class World:
    """Facts as far as they are known or assumed, with what follows from them.

    Attributes:
        known: the facts by name.
        presumed: collects the facts whose usual value was taken for granted, with that value.
    """

    known: Known
    presumed: dict[str, Kept] = field(default_factory=dict)

    def ask(self, fact: str, values: Sequence[Value] = (True, False), usual: Kept | None = None) -> Any:
        """Return a fact's value; where it isn't known, its usual value, else the rule is run for each of `values`.

        Args:
            fact: the fact's name.
            values: what it may be, commonest first; where only one is possible there is nothing to ask.
            usual: what this rule takes for granted, where the fact is not exceptional in itself.
        """
        if fact in self.known:
            return self.known[fact]
        usual = USUAL.get(fact, usual)
        if usual is not None:
            self.presumed[fact] = usual
            return usual
        if len(values) == 1:
            return values[0]
        raise _UnknownError(fact, values)

    def date(self, fact: str) -> date | None:
        """Return a fact that is a date, where it is known; nobody is asked for it."""
        value = self.known.get(fact)
        return value if isinstance(value, date) else None


Rule = Callable[[World, date], Verdict]


@dataclass(frozen=True)
class _Leaf:
    """What a rule says where nothing is open."""

    verdict: Verdict

    @property
    def told(self) -> object:
        """What makes a leaf another one for the person who is told it."""
        return self.verdict.outcome, self.verdict.certainty, self.verdict.dates, self.verdict.wanted


@dataclass(frozen=True)
class _Fork:
    """Where a fact that isn't known decides: the values that lead to the same, and what they lead to."""

    fact: str
    branches: tuple[tuple[tuple[Value, ...], _Node], ...]

    @property
    def told(self) -> object:
        return self.fact, [(values, node.told) for values, node in self.branches]


_Node = _Leaf | _Fork


class _Explorer:
    """Runs one rule on one day, whatever is known."""

    def __init__(self, rule: Rule, day: date) -> None:
        self._rule = rule
        self._day = day
        self.presumed: dict[str, Kept] = {}

    def tree(self, told: Mapping[str, Value]) -> _Node:
        """Return what the rule says with these facts told or assumed."""
        try:
            return _Leaf(self._rule(World(implied(told, self._day), self.presumed), self._day))
        except _UnknownError as unknown:
            fact, values = unknown.fact, unknown.values
        nodes = [((value,), self.tree({**told, fact: value})) for value in values]
        groups = _grouped(nodes)
        return groups[0][1] if len(groups) == 1 else _Fork(fact, tuple(groups))


def _grouped(nodes: Iterable[tuple[tuple[Value, ...], _Node]]) -> list[tuple[tuple[Value, ...], _Node]]:
    """Return branches that tell the same as one, in the order of their first values."""
    groups: list[tuple[tuple[Value, ...], _Node]] = []
    for values, node in nodes:
        same = next((place for place, (_, other) in enumerate(groups) if other.told == node.told), None)
        if same is None:
            groups.append((values, node))
        else:
            before, other = groups[same]
            groups[same] = (before + values, _merged(other, node))
    return groups


def _merged(one: _Node, other: _Node) -> _Node:
    """Return two nodes that tell the same as one, with the reasons and steps that they share."""
    if isinstance(one, _Fork) and isinstance(other, _Fork):
        pairs = zip(one.branches, other.branches, strict=True)
        return _Fork(one.fact, tuple((values, _merged(node, same)) for (values, node), (_, same) in pairs))
    return _Leaf(_common([*_verdicts(one), *_verdicts(other)]))


def _verdicts(node: _Node) -> Iterator[Verdict]:
    if isinstance(node, _Leaf):
        yield node.verdict
    else:
        for _, below in node.branches:
            yield from _verdicts(below)


def _common(verdicts: Sequence[Verdict]) -> Verdict:
    """Return what all verdicts say: the outcome if it is one, and the reasons, steps and dates of every one."""
    first, *others = verdicts
    same = all((other.outcome, other.certainty) == (first.outcome, first.certainty) for other in others)
    return Verdict(
        first.outcome if same else "depends",
        first.certainty if same else "open",
        reasons=_shared(first.reasons, [other.reasons for other in others]),
        steps=_shared(first.steps, [other.steps for other in others]),
        dates=_shared(first.dates, [other.dates for other in others]),
        would_change=_shared(first.would_change, [other.would_change for other in others]),
        wanted=list(dict.fromkeys(fact for verdict in verdicts for fact in verdict.wanted)),
        past_horizon=any(verdict.past_horizon for verdict in verdicts),
    )


def _shared(first: list[Item], others: list[list[Item]]) -> list[Item]:
    return [item for item in first if all(item in other for other in others)]


def decide(check: str, rule: Rule, told: Known, day: date) -> Decision:
    """Return the decision of a rule.

    Args:
        check: the check's name.
        rule: runs in one world.
        told: the facts by name; those that weren't told are left out.
        day: the day that it is decided for.
    """
    explorer = _Explorer(rule, day)
    tree = explorer.tree(told)
    common, presumed = _common(list(_verdicts(tree))), dict(explorer.presumed)
    return Decision(
        check=check,
        outcome=common.outcome,
        certainty=common.certainty,
        reasons=tuple(common.reasons),
        missing=tuple(dict.fromkeys([*_open_facts(tree), *common.wanted])),
        usually=tuple(_usually(explorer, told, tree, presumed)),
        cases=tuple(_cases(tree, common)),
        dates=tuple(common.dates),
        steps=tuple(common.steps),
        would_change=tuple(common.would_change) if common.outcome != "depends" else (),
        past_horizon=common.past_horizon,
    )


def _open_facts(node: _Node) -> Iterator[str]:
    """Yield the facts that decide, those nearest to the root first."""
    level = [node]
    while level:
        forks = [fork for fork in level if isinstance(fork, _Fork)]
        yield from (fork.fact for fork in forks)
        level = [below for fork in forks for _, below in fork.branches]


def _usually(explorer: _Explorer, told: Known, tree: _Node, presumed: dict[str, Kept]) -> Iterator[Usual]:
    """Yield what was taken for granted, where another value would change what is told."""
    for fact in sorted(presumed, key=_weight):
        for value in values_of(fact):
            if value == presumed[fact]:
                continue
            other = explorer.tree({**told, fact: value})
            if other.told != tree.told:
                yield Usual(fact, presumed[fact], value, _common(list(_verdicts(other))).outcome)


def _weight(fact: str) -> int:
    """Return a fact's place: those of `USUAL` in its order, after what a rule itself takes for granted."""
    return list(USUAL).index(fact) if fact in USUAL else -1


def _cases(node: _Node, common: Verdict) -> Iterator[Case]:
    if isinstance(node, _Leaf):
        return
    for values, below in node.branches:
        if isinstance(below, _Fork):
            inner = _common(list(_verdicts(below)))
            outcome = None if inner.outcome == "depends" else inner.outcome
            cases = tuple(_cases(below, common))
            yield Case(fact=node.fact, values=values, outcome=outcome, certainty=inner.certainty, cases=cases)
        else:
            verdict = below.verdict
            yield Case(
                fact=node.fact,
                values=values,
                outcome=verdict.outcome,
                certainty=verdict.certainty,
                steps=tuple(step for step in verdict.steps if step not in common.steps),
                dates=tuple(entry for entry in verdict.dates if entry not in common.dates),
            )
