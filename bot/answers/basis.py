"""What a reply rests on: what was answered, in which language, as of when, by which sources."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.content.dialogue import Outcome
from bot.content.source import Citation


def _absent(value: object) -> bool:
    return value is None


class Asked(BaseModel):
    """The fact that a reply asks for, and how it is answered: `yes_no`, `choice` or `date`."""

    fact: str
    kind: str


class Basis(BaseModel):
    """What a reply rests on, as channels send it under `custom`.

    Attributes:
        topic: the topic answered.
        questions: every `topic/question` that the reply answers, in order.
        silent: whether the leaflets don't settle it, and the reply says so.
        outcome: what the reply does.
        asks: the fact asked for.
        ask: the same with how it is answered; only where a fact is asked for.
        language: the reply's.
        as_of: the day that it is true on.
        confidence: how sure the message was understood, 0 to 1.
        sources: where it stands.
        decision: a decision as data, with its steps and dates in words; only where there is one.
        offers: what is offered, ids in order; only where something is.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    topic: str | None = None
    questions: list[str] = []
    silent: bool = False
    outcome: Outcome
    asks: str | None = None
    ask: Asked | None = Field(None, exclude_if=_absent)
    language: str
    as_of: date
    confidence: float = Field(ge=0, le=1)
    sources: list[Citation] = []
    decision: dict[str, Any] | None = Field(None, exclude_if=_absent)
    offers: list[str] | None = Field(None, exclude_if=_absent)
