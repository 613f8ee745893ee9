"""Fractions by language and in all, and the commonest mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from bot import clock
from bot.engine import Engine, Message
from bot.evaluation.judge import Given, Worth, worth
from bot.evaluation.labelled_message import LabelledMessage
from bot.nlu.decision import EMERGENCY

WORST = 15
WORTHS: tuple[Worth, ...] = get_args(Worth)


@dataclass(frozen=True)
class Judged:
    """What became of a message."""

    labelled: LabelledMessage
    given: Given
    worth: Worth


async def judge_all(engine: Engine, messages: Iterable[LabelledMessage]) -> list[Judged]:
    """Ask every message in a conversation of its own, with its language set and on its day."""
    return [await _judged(engine, labelled, f"evaluate-{number}") for number, labelled in enumerate(messages)]


async def _judged(engine: Engine, labelled: LabelledMessage, sender: str) -> Judged:
    with clock.fixed(labelled.today):
        for text in labelled.before:
            await engine.ask(Message(sender, text, labelled.lang))
        replies = await engine.ask(Message(sender, labelled.text, labelled.lang))
    given = Given.of([reply.custom for reply in replies])
    return Judged(labelled, given, worth(labelled, given))


def summarise(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return the fractions of one set; None where it has none of the messages that a fraction is of."""
    worths = Counter(item.worth for item in judged)
    emergencies = [item for item in judged if item.labelled.label == EMERGENCY]
    others = [item for item in judged if EMERGENCY not in (item.labelled.label, *item.labelled.also_ok)]
    return {
        "n": len(judged),
        **{name: round(worths[name] / len(judged), 4) for name in WORTHS},
        "emergency_recall": _share(emergencies, lambda item: _sent(item) or _asked(item)),
        "false_alarms": _share(others, _sent),
        "half_alarms": _share(others, _asked),
    }


def report(judged: Sequence[Judged]) -> dict[str, dict[str, Any]]:
    """Return the fractions in all and by language."""
    by_language: dict[str, list[Judged]] = {}
    for item in judged:
        by_language.setdefault(item.labelled.lang, []).append(item)
    return {"all": summarise(judged), **{key: summarise(items) for key, items in by_language.items()}}


def confusions(judged: Sequence[Judged]) -> list[tuple[str, str, int]]:
    """Return the commonest mistakes: the label, what was answered instead, how often."""
    mistakes = Counter((item.labelled.label, _instead(item.given)) for item in judged if item.worth != "correct")
    return [(label, answered, count) for (label, answered), count in mistakes.most_common(WORST)]


def _instead(given: Given) -> str:
    return ", ".join(given.answered) or given.outcome


def _sent(item: Judged) -> bool:
    return item.given.outcome == "emergency"


def _asked(item: Judged) -> bool:
    return item.given.asks == "emergency"


def _share(items: Sequence[Judged], holds: Callable[[Judged], bool]) -> float | None:
    return round(sum(map(holds, items)) / len(items), 4) if items else None
