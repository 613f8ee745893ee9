"""What to do with a guess: answer, offer up to three topics, or decline. Emergencies first, always."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

EMERGENCY, POSSIBLE_EMERGENCY = "medical_emergency", "possible_emergency"
UNSURE = "unsure"
UNCOVERED = "uncovered"
OUT_OF_SCOPE = "out_of_scope"
DECLINING = (UNCOVERED, OUT_OF_SCOPE)
# Nobody who asked something is helped by the offer to say "thank you".
SMALL_TALK = ("greet", "goodbye", "thank", "affirm", "deny")
MOST_OFFERS = 3

Guess = tuple[str, float]


@dataclass(frozen=True)
class Thresholds:
    """How sure is sure enough; probabilities. A wrong answer is worse than a question back.

    Attributes:
        emergency: from here on a message is taken for an emergency.
        possible_emergency: from here on it is asked whether somebody is ill.
        answer: from here on the likeliest topic is answered.
        margin: by at least so much it must lead.
        offer: the offered topics together must reach this, or the message is declined.
    """

    emergency: float
    possible_emergency: float
    answer: float
    margin: float
    offer: float


@dataclass(frozen=True)
class Decision:
    """The intent to go on with and how sure it is; topics only where they are offered."""

    intent: str
    confidence: float
    offered: list[str] = field(default_factory=list)


def decide(ranking: Sequence[Guess], emergency: float, thresholds: Thresholds) -> Decision:
    """Return what to do.

    What is declined as uncovered and as out of scope gets nearly the same reply, so the two count as one guess.

    Args:
        ranking: every topic with its calibrated probability, the likeliest first.
        emergency: the probability that the message tells of an emergency.
        thresholds: how sure is sure enough.
    """
    if emergency >= thresholds.possible_emergency:
        return Decision(EMERGENCY if emergency >= thresholds.emergency else POSSIBLE_EMERGENCY, emergency)
    refusal = _refusal(dict(ranking))
    topics = [guess for guess in ranking if guess[0] not in DECLINING]
    (topic, first), (_, second) = topics[0], topics[1]
    if first >= thresholds.answer and first - max(second, refusal.confidence) >= thresholds.margin:
        return Decision(topic, first)
    offers = [guess for guess in topics if guess[0] not in SMALL_TALK][:MOST_OFFERS]
    if refusal.confidence >= first or sum(chance for _, chance in offers) < thresholds.offer:
        return refusal
    return Decision(UNSURE, first, [name for name, _ in offers])


def _refusal(probability: dict[str, float]) -> Decision:
    likelier = max(DECLINING, key=lambda name: probability.get(name, 0))
    return Decision(likelier, sum(probability.get(name, 0) for name in DECLINING))
