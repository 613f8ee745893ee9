"""The answers of a language: `data/languages/<id>/answers/<group>/<topic>.yml`."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from bot.content.files import read_as
from bot.content.language import ANSWERS, localised
from bot.content.topic import TOPICS, topic_files

FIRST = "first"


def _by_day(value: Any) -> Any:
    """Take one text for all days, or texts by the first day on which each holds; `first` is the earliest."""
    if isinstance(value, str):
        return {date.min: value}
    return (
        {date.min if day == FIRST else day: text for day, text in value.items()} if isinstance(value, dict) else value
    )


TextByDay = Annotated[dict[date, str], BeforeValidator(_by_day)]


class QuestionAnswer(BaseModel):
    """The answer to a question: the label of its button, and the answer by the first day on which it holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    lead: TextByDay


class TopicAnswers(BaseModel):
    """An answer file: the label of the topic's button, the topic told whole, and the answers to its questions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    whole: TextByDay
    questions: dict[str, QuestionAnswer]


def on(texts: dict[date, str], day: date) -> str:
    """Return the text that holds on a day."""
    starts = sorted(texts)
    return texts[starts[bisect_right(starts, day) - 1]].strip()


@lru_cache
def answers(language: str) -> dict[str, TopicAnswers]:
    """Return the answers of a language by topic, those of its fallback where it lacks a file.

    Raises:
        ContentError: if a file doesn't have its form.
    """
    files = {name: localised(f"{ANSWERS}/{path.relative_to(TOPICS)}", language) for name, path in topic_files().items()}
    return {name: read_as(TopicAnswers, file) for name, file in files.items() if file}
