"""What to do with a guess: answer, offer up to three topics, or decline. Emergencies first, always."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

EMERGENCY = "medical_emergency"
UNSURE = "unsure"
UNCOVERED = "uncovered"
OUT_OF_SCOPE = "out_of_scope"
DECLINING = (UNCOVERED, OUT_OF_SCOPE)
MOST_OFFERS = 3

Guess = tuple[str, float]


@dataclass(frozen=True)
class Thresholds:
    """How sure is sure enough; probabilities. A wrong answer is worse than a question back.

    Attributes:
        emergency: from here on a message is taken for an emergency.
        answer: from here on the likeliest topic is answered.
        margin: by at least so much it must lead.
        offer: the offered topics together must reach this, or the message is declined.
    """

    emergency: float
    answer: float
    margin: float
    offer: float


@dataclass(frozen=True)
class Decision:
    """The intent to go on with and how sure it is; topics only where they are offered."""

    intent: str
    confidence: float
    offered: list[str] = field(default_factory=list)


def decide(ranking: Sequence[Guess], thresholds: Thresholds) -> Decision:
    """Return what to do.

    Args:
        ranking: every topic with its calibrated probability, the likeliest first.
        thresholds: how sure is sure enough.
    """
    probability = dict(ranking)
    if probability.get(EMERGENCY, 0) >= thresholds.emergency:
        return Decision(EMERGENCY, probability[EMERGENCY])
    (topic, first), (_, second) = ranking[0], ranking[1]
    if first >= thresholds.answer and first - second >= thresholds.margin:
        return Decision(topic, first)
    return _offer(ranking, thresholds.offer)


def _offer(ranking: Sequence[Guess], least: float) -> Decision:
    probability = dict(ranking)
    choices = [guess for guess in ranking if guess[0] not in (*DECLINING, EMERGENCY)][:MOST_OFFERS]
    if sum(chance for _, chance in choices) < least:
        refusal = max(DECLINING, key=lambda topic: probability.get(topic, 0))
        return Decision(refusal, probability.get(refusal, 0))
    return Decision(UNSURE, choices[0][1], [topic for topic, _ in choices])
