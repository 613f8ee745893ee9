"""A graph's nodes run one after another in an order that is found once; Rasa plans each run anew.

For each message and each prediction Rasa cuts the graph to its target, builds a Dask graph, has Dask order it and run
it on one thread, and writes all inputs into a debug line that nobody reads: together more than many a node takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner

stock = DaskGraphRunner.run
KEPT = "_kept_order"


def _run(
    self: DaskGraphRunner, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
) -> dict[str, Any]:
    """Run the nodes that the targets need; return the targets' outputs by name."""
    if any(isinstance(value, str) and value in self._instantiated_nodes for value in (inputs or {}).values()):
        return dict(stock(self, inputs, targets))
    wanted = targets or self._graph_schema.target_names
    done = {name: (name, value) for name, value in (inputs or {}).items()}
    try:
        for name in _order(self, tuple(wanted)):
            if name not in done:
                needs = self._graph_schema.nodes[name].needs.values()
                done[name] = self._instantiated_nodes[name](*(done.get(need, need) for need in needs))
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error
    return dict(done[name] for name in wanted)


def _order(runner: DaskGraphRunner, targets: tuple[str, ...]) -> tuple[str, ...]:
    """Return the nodes that targets need, each after those that it needs itself; found once a runner."""
    kept: dict[tuple[str, ...], tuple[str, ...]] = vars(runner).setdefault(KEPT, {})
    if targets not in kept:
        kept[targets] = _found_order(runner, targets)
    return kept[targets]


def _found_order(runner: DaskGraphRunner, targets: tuple[str, ...]) -> tuple[str, ...]:
    nodes = runner._graph_schema.nodes

    def before(name: str) -> Iterator[str]:
        if name in nodes:
            for need in nodes[name].needs.values():
                yield from before(need)
            yield name

    return tuple(dict.fromkeys(name for target in targets for name in before(target)))


def mend() -> None:
    """Mend it for this process."""
    DaskGraphRunner.run = _run
