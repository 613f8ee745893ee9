"""Fractions by language and in all, and the commonest mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from bot import clock
from bot.engine import Engine, Message
from bot.evaluation.judge import Given, Worth, worth
from bot.evaluation.labelled_message import FactsMessage, LabelledMessage
from bot.evaluation.noted import Noted, commonest, named_facts
from bot.nlu.decision import EMERGENCY

WORST = 15
WORTHS: tuple[Worth, ...] = get_args(Worth)


@dataclass(frozen=True)
class Judged:
    """What became of a message."""

    labelled: LabelledMessage
    given: Given
    worth: Worth


Measured = Judged | Noted


async def judge_all(engine: Engine, messages: Iterable[LabelledMessage | FactsMessage]) -> list[Measured]:
    """Ask every message in a conversation of its own, with its language set and on its day."""
    return [await _measured(engine, labelled, f"evaluate-{number}") for number, labelled in enumerate(messages)]


async def _measured(engine: Engine, labelled: LabelledMessage | FactsMessage, sender: str) -> Measured:
    with clock.fixed(labelled.today):
        if isinstance(labelled, FactsMessage):
            return await _noted(engine, labelled, sender)
        return await _judged(engine, labelled, sender)


async def _noted(engine: Engine, labelled: FactsMessage, sender: str) -> Noted:
    parsed = await engine.parse(Message(sender, labelled.text, labelled.lang), asked=labelled.asked)
    return Noted(labelled, named_facts(parsed["entities"]))


async def _judged(engine: Engine, labelled: LabelledMessage, sender: str) -> Judged:
    for text in labelled.before:
        await engine.ask(Message(sender, text, labelled.lang))
    replies = await engine.ask(Message(sender, labelled.text, labelled.lang))
    given = Given.of([reply.custom for reply in replies])
    return Judged(labelled, given, worth(labelled, given))


def summarise(measured: Sequence[Measured]) -> dict[str, Any]:
    """Return the fractions of one set; None where it has none of the messages that a fraction is of."""
    judged, noted = _by_kind(measured)
    questions = _of_questions(judged) if judged or not noted else {}
    return {"n": len(measured), **questions, **(_of_facts(noted) if noted else {})}


def _of_questions(judged: Sequence[Judged]) -> dict[str, Any]:
    worths = Counter(item.worth for item in judged)
    emergencies = [item for item in judged if item.labelled.label == EMERGENCY]
    others = [item for item in judged if EMERGENCY not in (item.labelled.label, *item.labelled.also_ok)]
    return {
        **{name: round(worths[name] / len(judged), 4) for name in WORTHS},
        "emergency_recall": _share(emergencies, lambda item: _sent(item) or _asked(item)),
        "false_alarms": _share(others, _sent),
        "half_alarms": _share(others, _asked),
    }


def _of_facts(noted: Sequence[Noted]) -> dict[str, Any]:
    exact, wrong = (
        sum(holds) / len(noted) for holds in zip(*((item.exact, item.wrong) for item in noted), strict=True)
    )
    return {"facts_exact": round(exact, 4), "facts_wrong": round(wrong, 4)}


def report(measured: Sequence[Measured]) -> dict[str, dict[str, Any]]:
    """Return the fractions in all and by language."""
    by_language: dict[str, list[Measured]] = {}
    for item in measured:
        by_language.setdefault(item.labelled.lang, []).append(item)
    return {"all": summarise(measured), **{key: summarise(items) for key, items in by_language.items()}}


def confusions(measured: Sequence[Measured]) -> list[tuple[str, str, int]]:
    """Return the commonest mistakes: the label or the fact, what was answered or read instead, how often."""
    judged, noted = _by_kind(measured)
    mistakes = Counter((item.labelled.label, _instead(item.given)) for item in judged if item.worth != "correct")
    answers = [(label, answered, count) for (label, answered), count in mistakes.most_common(WORST)]
    return [*answers, *commonest(noted, WORST)]


def _by_kind(measured: Sequence[Measured]) -> tuple[list[Judged], list[Noted]]:
    return (
        [item for item in measured if isinstance(item, Judged)],
        [item for item in measured if isinstance(item, Noted)],
    )


def _instead(given: Given) -> str:
    return ", ".join(given.answered) or given.outcome


def _sent(item: Judged) -> bool:
    return item.given.outcome == "emergency"


def _asked(item: Judged) -> bool:
    return item.given.asks == "emergency"


def _share(items: Sequence[Judged], holds: Callable[[Judged], bool]) -> float | None:
    return round(sum(map(holds, items)) / len(items), 4) if items else None
