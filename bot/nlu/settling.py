"""From what the clauses of a message say to what it tells: whose it is, one value a fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.nlu.clauses import Clause
from bot.nlu.fact_dates import BORN, UNTIL
from bot.nlu.fact_kinds import kinds
from bot.nlu.said import Said
from bot.nlu.told import Told

APPLIES_FOR, NEWBORN = "applies_for", Told("situation", "newborn")


def settled(said: Sequence[Said], dated: Sequence[Said], found: Sequence[Clause], today: date) -> list[Told]:
    """Return what a message tells.

    Args:
        said: what its words say.
        dated: what its dates are.
        found: its clauses.
        today: the day on which it is said.
    """
    return _of_this_year(_one_a_fact(_of_the_case([*_without_states(said, dated), *dated], found)), today)


def _of_the_case(said: Sequence[Said], found: Sequence[Clause]) -> list[Said]:
    """Return what is said of the person whose case it is: their own, where somebody else's is told apart from it."""
    told_apart = any("own" in clause.moods for clause in found)
    own = {item.fact for item in said if "others" not in item.clause.moods}
    return [
        item
        for item in said
        if "own" in item.clause.moods
        or "others" not in item.clause.moods
        or not (told_apart or (item.fact in own and item.fact != APPLIES_FOR))
    ]


def _one_a_fact(said: Sequence[Said]) -> list[Told]:
    """Return one value a fact: the one that corrects, else the surest."""
    settled: dict[str, Said] = {}
    for item in sorted(said, key=lambda item: item.place):
        before = settled.get(item.fact)
        if before is None or "corrected" in item.clause.moods or item.margin > before.margin:
            settled[item.fact] = item
    dated_states = {kinds()[fact].state for fact in settled}
    return [Told(fact, item.value) for fact, item in settled.items() if fact not in dated_states]


def _without_states(said: Sequence[Said], dated: Sequence[Said]) -> list[Said]:
    """Return what is said without states told by clauses whose own date says what is over or valid until when."""
    ends = {item.place for item in dated if item.fact.endswith(UNTIL)}
    states = {kind.state for kind in kinds().values()}
    return [item for item in said if not (item.place in ends and item.fact in states)]


def _of_this_year(told: Sequence[Told], today: date) -> list[Told]:
    """Return what is told, a birthday without its year being the last one where somebody was just born."""
    if NEWBORN not in told:
        return list(told)
    return [replace(item, value=_last(item.value, today)) if item.fact == BORN else item for item in told]


def _last(day: str, today: date) -> str:
    """Return the last such day where the year was left out: `--05-03`."""
    if not day.startswith("--"):
        return day
    year = today.year if day[2:] <= today.isoformat()[5:] else today.year - 1
    return f"{year}{day[1:]}"
