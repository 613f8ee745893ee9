"""What a reply is worth: correct, partly, offered, declined or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.evaluation.labelled_message import LabelledMessage
from bot.nlu.decision import EMERGENCY, OUT_OF_SCOPE, UNCOVERED

MOST_OFFERS = 3
Worth = Literal["correct", "partly", "offered", "declined", "wrong"]


@dataclass(frozen=True)
class Given:
    """What a turn's replies say of themselves.

    Attributes:
        answered: the questions answered, `topic/question`, or the topic where it has none.
        outcome: the first reply's.
        offers: topics and questions offered, in order.
        asks: the fact asked for.
    """

    answered: tuple[str, ...]
    outcome: str
    offers: tuple[str, ...] = ()
    asks: str | None = None

    @classmethod
    def of(cls, replies: Sequence[dict[str, Any]]) -> Given:
        """Return what the `custom` of a turn's replies says."""
        first, questions = replies[0], [name for custom in replies for name in custom.get("questions") or []]
        topics = [custom["topic"] for custom in replies if custom.get("topic") and not custom.get("questions")]
        return cls(
            (*questions, *topics),
            first.get("outcome", ""),
            tuple(first.get("offers") or [])[:MOST_OFFERS],
            first.get("asks"),
        )


def topic_of(name: str) -> str:
    """Return the topic of a `topic/question`, or the topic itself."""
    return name.partition("/")[0]


def worth(labelled: LabelledMessage, given: Given) -> Worth:
    """Return what a turn is worth."""
    if labelled.label == EMERGENCY or given.outcome == "emergency" or given.asks == "emergency":
        return _of_emergency(labelled, given)
    if given.outcome == "offered":
        return _of_offer(labelled, given)
    if labelled.label in (OUT_OF_SCOPE, UNCOVERED):
        return _of_refusal(labelled, given)
    if given.outcome == "declined" and UNCOVERED not in _topics([labelled.label, *labelled.also_ok]):
        return "correct" if OUT_OF_SCOPE in labelled.also_ok else "declined"
    return _of_answer(labelled, given)


def _of_emergency(labelled: LabelledMessage, given: Given) -> Worth:
    if EMERGENCY in (labelled.label, *labelled.also_ok) and given.outcome == "emergency":
        return "correct"
    if given.asks == "emergency":
        return "offered"
    return "declined" if given.outcome in ("declined", "offered") else "wrong"


def _of_offer(labelled: LabelledMessage, given: Given) -> Worth:
    if labelled.label in (OUT_OF_SCOPE, UNCOVERED):
        return "offered"
    return "offered" if topic_of(labelled.label) in _topics(given.offers) else "declined"


def _of_refusal(labelled: LabelledMessage, given: Given) -> Worth:
    refused = given.outcome == "declined" or any(topic_of(name) == UNCOVERED for name in given.answered)
    return "correct" if refused or any(_meant(name, labelled.also_ok) for name in given.answered) else "wrong"


def _of_answer(labelled: LabelledMessage, given: Given) -> Worth:
    accepted = [labelled.label, *labelled.also_ok]
    if not _topics(given.answered) & _topics(accepted):
        return "wrong"
    if not _topics(given.answered) <= _topics([*accepted, *labelled.needs]):
        return "wrong"
    meant = any(_meant(name, accepted) for name in given.answered)
    return "correct" if meant and set(labelled.needs) <= set(given.answered) else "partly"


def _meant(answered: str, accepted: Iterable[str]) -> bool:
    """Tell whether what was answered is what is accepted: this question, or any of a topic."""
    return any(answered == name or topic_of(answered) == name for name in accepted)


def _topics(names: Iterable[str]) -> set[str]:
    return {topic_of(name) for name in names}
