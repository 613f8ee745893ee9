"""What a second worker brings, beside stock Rasa: `MADOGUCHI_MODEL=… python -m benchmarks.workers`.

All are served at once and asked in alternation; the load takes processor time of the same machine, which is told.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.load import Crowd, crowd, in_turn
from benchmarks.messages import questions
from benchmarks.rivals import Rival, madoguchi, stock

ROUNDS, USERS, SECONDS, WARM_UP = 3, 30, 15.0, 40
Round = tuple[Crowd, float]


def _round(rival: Rival) -> Round:
    """Let a crowd talk; return what it had, and what part of one processor the crowd itself took."""
    start, began = time.process_time(), time.monotonic()
    had = crowd(rival, USERS, SECONDS)
    return had, (time.process_time() - start) / (time.monotonic() - began)


def _row(name: str, rounds: list[Round], by: float) -> tuple[str, ...]:
    speeds = sorted(had.per_second for had, _ in rounds)
    median, failed = statistics.median(speeds), sum(had.failed for had, _ in rounds)
    load = statistics.median(load for _, load in rounds)
    return name, f"{median:.1f} ({speeds[0]:.1f}-{speeds[-1]:.1f})", f"{median / by:.2f}", f"{load:.2f}", str(failed)


def main() -> None:
    """Measure one worker, two, and stock Rasa, and print turns a second."""
    with ExitStack() as served:
        folders = [Path(served.enter_context(tempfile.TemporaryDirectory())) for _ in range(3)]
        rivals = {
            "stock Rasa": served.enter_context(stock(folders[0])),
            "Madoguchi": served.enter_context(madoguchi(folders[1])),
            "Madoguchi, two workers": served.enter_context(madoguchi(folders[2], workers=2)),
        }
        for rival in rivals.values():
            in_turn(rival, questions(WARM_UP))
        rounds: dict[str, list[Round]] = {name: [] for name in rivals}
        for _ in range(ROUNDS):
            for name, rival in rivals.items():
                rounds[name].append(_round(rival))
    by = statistics.median(had.per_second for had, _ in rounds["stock Rasa"])
    table = Table(f"{USERS} users", "turns a second", "by stock", "the load's processor", "failed")
    for name, measured in rounds.items():
        table.add_row(*_row(name, measured, by))
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
