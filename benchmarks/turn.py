"""Speed beside stock Rasa: both served at once, asked the same in alternation. `make bench` prints the ratios.

A ratio is this assistant's figure by stock Rasa's of the same round; its spread is that over the rounds. Where
MADOGUCHI_MODEL names a model it isn't trained first. What else the machine does is told by its load.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.load import Crowd, crowd, in_turn
from benchmarks.messages import QUESTION, checks, questions
from benchmarks.parts import parts
from benchmarks.rivals import Rival, madoguchi, stock

ROUNDS, CROWD_ROUNDS = 3, 2
QUESTIONS, CHECKS, WARM_UP = 100, 25, 20
USERS = (30, 200)
CROWD_SECONDS = 10.0
# The turns of one conversation that are looked at, each with some after it, and how far stock Rasa is followed.
TURNS, AROUND, STOCK_TURNS = (1, 50, 200, 1000), 5, 200
HEALTH = "/health/live"
Pair = tuple[float, float]
PROGRESS = Console(stderr=True, highlight=False)


class Comparison:
    """A table of figures of both, with their ratios."""

    def __init__(self) -> None:
        self._table = Table("figure", "Madoguchi", "stock Rasa", "ratio", "spread")

    def _row(self, *cells: str) -> None:
        PROGRESS.print(*cells)
        self._table.add_row(*cells)

    def add(self, figure: str, pairs: Sequence[Pair]) -> None:
        """Add a figure of both, round by round."""
        mine, its = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratios = [one / other for one, other in pairs]
        spread = f"{min(ratios):.2f}-{max(ratios):.2f}" if len(ratios) > 1 else ""
        self._row(figure, f"{mine:.1f}", f"{its:.1f}", f"{statistics.median(ratios):.2f}", spread)

    def add_failures(self, figure: str, rounds: Sequence[Sequence[Crowd]]) -> None:
        """Add how many turns failed."""
        mine, its = (str(sum(crowd.failed for crowd in side)) for side in zip(*rounds, strict=True))
        self._row(figure, mine, its, "", "")

    def add_ours(self, figure: str, value: str) -> None:
        """Add a figure that only we have."""
        self._row(figure, value, "–", "", "")

    def print(self) -> None:
        """Print all figures."""
        console = Console(width=110)
        console.print(self._table)
        console.print(f"load averages of 1, 5, 15 minutes: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")


def _p(part: float, times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * part)]


def _one_user(table: Comparison, rivals: Sequence[Rival]) -> None:
    for what, many, said in (("question", QUESTIONS, questions), ("check", CHECKS, checks)):
        rounds = [[_taken(rival, said, many) for rival in rivals] for _ in range(ROUNDS)]
        for name, part in (("p50", 0.5), ("p95", 0.95)):
            table.add(f"{what}, {name}, ms", [tuple(_p(part, times) for times, _ in pair) for pair in rounds])
        table.add(f"{what}, processor, ms", [tuple(cpu for _, cpu in pair) for pair in rounds])


def _taken(rival: Rival, said: Callable[[int], list[tuple[str, str]]], many: int) -> tuple[list[float], float]:
    """Return the milliseconds of each turn, and the processor's milliseconds a turn."""
    messages, before = said(many), rival.cpu
    times = in_turn(rival, messages)
    return times, (rival.cpu - before) / len(messages)


def _crowds(table: Comparison, rivals: Sequence[Rival]) -> None:
    for users in USERS:
        health = [HEALTH, None]
        rounds = [
            [crowd(r, users, CROWD_SECONDS, h) for r, h in zip(rivals, health, strict=True)]
            for _ in range(CROWD_ROUNDS)
        ]
        table.add(f"{users} users, turns a second", [tuple(one.per_second for one in pair) for pair in rounds])
        table.add(f"{users} users, p95, ms", [tuple(_p(0.95, one.turns) for one in pair) for pair in rounds])
        table.add_failures(f"{users} users, turns that failed", rounds)
        table.add_ours(f"{users} users, {HEALTH} p99, ms", f"{_p(0.99, _looks([pair[0] for pair in rounds])):.0f}")


def _looks(crowds: Sequence[Crowd]) -> list[float]:
    return [look for one in crowds for look in one.looks]


def _long_conversation(table: Comparison, rivals: Sequence[Rival]) -> None:
    ours, theirs = (in_turn(rival, [("long", QUESTION)] * (turns + AROUND)) for rival, turns in _followed(rivals))
    for turn in TURNS:
        mine, its = (statistics.median(times[turn - 1 :][:AROUND] or [0]) for times in (ours, theirs))
        if its:
            table.add(f"turn {turn} of one conversation, ms", [(mine, its)])
        else:
            table.add_ours(f"turn {turn} of one conversation, ms", f"{mine:.1f}")


def _followed(rivals: Sequence[Rival]) -> zip[tuple[Rival, int]]:
    return zip(rivals, (max(TURNS), STOCK_TURNS), strict=True)


def main() -> None:
    """Measure both and print the figures side by side."""
    table = Comparison()
    with (
        tempfile.TemporaryDirectory() as one,
        tempfile.TemporaryDirectory() as other,
        madoguchi(Path(one)) as ours,
        stock(Path(other)) as theirs,
    ):
        rivals = (ours, theirs)
        for rival in rivals:
            in_turn(rival, questions(WARM_UP))
        table.add("start to first answer, s", [(ours.ready, theirs.ready)])
        table.add("resident at first, MB", [(ours.memory, theirs.memory)])
        _one_user(table, rivals)
        _crowds(table, rivals)
        _long_conversation(table, rivals)
        table.add("resident after all, MB", [(ours.memory, theirs.memory)])
        table.add("model, MB", [(ours.model, theirs.model)])
        table.add_ours("training, s", "trained before" if ours.training is None else f"{ours.training:.0f}")
    for name, value in parts():
        table.add_ours(name, value)
    table.print()


if __name__ == "__main__":
    main()
