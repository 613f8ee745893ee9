"""Fractions by language and in all, and the commonest mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from bot import clock
from bot.engine import Engine, Message
from bot.evaluation.example import Example
from bot.evaluation.judge import EMERGENCY, Given, Verdict, verdict

WORST = 15
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True)
class Judged:
    """What became of an example."""

    example: Example
    given: Given
    verdict: Verdict


async def judge_all(engine: Engine, examples: Iterable[Example]) -> list[Judged]:
    """Ask every example in a conversation of its own, with its language set and on its day."""
    return [await _judged(engine, example, f"evaluate-{number}") for number, example in enumerate(examples)]


async def _judged(engine: Engine, example: Example, sender: str) -> Judged:
    with clock.fixed(example.today):
        for text in example.before:
            await engine.ask(Message(sender, text, example.lang))
        replies = await engine.ask(Message(sender, example.text, example.lang))
    given = Given.of([reply.custom for reply in replies])
    return Judged(example, given, verdict(example, given))


def summarise(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return the fractions of one set; None where it has none of the messages that a fraction is of."""
    verdicts = Counter(item.verdict for item in judged)
    emergencies = [item for item in judged if item.example.label == EMERGENCY]
    others = [item for item in judged if EMERGENCY not in (item.example.label, *item.example.also_ok)]
    return {
        "n": len(judged),
        **{name: round(verdicts[name] / len(judged), 4) for name in VERDICTS},
        "emergency_recall": _share(emergencies, lambda item: _sent(item) or _asked(item)),
        "false_alarms": _share(others, _sent),
        "half_alarms": _share(others, _asked),
    }


def report(judged: Sequence[Judged]) -> dict[str, dict[str, Any]]:
    """Return the fractions in all and by language."""
    by_language: dict[str, list[Judged]] = {}
    for item in judged:
        by_language.setdefault(item.example.lang, []).append(item)
    return {"all": summarise(judged), **{key: summarise(items) for key, items in by_language.items()}}


def confusions(judged: Sequence[Judged]) -> list[tuple[str, str, int]]:
    """Return the commonest mistakes: the label, what was answered instead, how often."""
    mistakes = Counter((item.example.label, _instead(item.given)) for item in judged if item.verdict != "correct")
    return [(label, answered, count) for (label, answered), count in mistakes.most_common(WORST)]


def _instead(given: Given) -> str:
    return ", ".join(given.answered) or given.outcome


def _sent(item: Judged) -> bool:
    return item.given.outcome == "emergency"


def _asked(item: Judged) -> bool:
    return item.given.asks == "emergency"


def _share(items: Sequence[Judged], holds: Callable[[Judged], bool]) -> float | None:
    return round(sum(map(holds, items)) / len(items), 4) if items else None
