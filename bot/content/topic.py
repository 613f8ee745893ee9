"""Topics and their questions, as far as they have no language: `data/topics/<group>/<topic>.yml`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.content.files import read_as
from bot.content.source import Source
from bot.project import DATA

TOPICS = DATA / "topics"
GENERAL = "general"


class Question(BaseModel):
    """What people ask within a topic.

    Attributes:
        says: whether the leaflets settle it: `partly` for one society's members, in part or in doubt; `no`: they are
            silent, and the answer says so.
        outcome: what a reply with its answer reports.
        sources: what the answer rests on.
        from_: the days on which the answer changes, in order.
        follow_ups: what is likely asked next, `topic`, `topic.question` or a check.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    says: Literal["yes", "partly", "no"]
    outcome: Literal["answered", "declined"] = "answered"
    sources: tuple[Source, ...]
    from_: tuple[date, ...] = Field(default=(), alias="from")
    follow_ups: tuple[str, ...] = ()


class Topic(BaseModel):
    """A topic file.

    Attributes:
        audience: whom it is for; nothing leads a patient to what is for staff.
        follow_ups: what is likely asked after the topic's whole.
        sources: what the whole rests on.
        whole_from: the days on which the whole changes, in order.
        questions: its questions by id, the general one first.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    audience: Literal["patient", "staff"]
    follow_ups: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    whole_from: tuple[date, ...] = ()
    questions: dict[str, Question] = Field(min_length=1)


def topic_files(folder: Path = TOPICS) -> dict[str, Path]:
    """Return the topic files by topic."""
    return {path.stem: path for path in sorted(folder.glob("*/*.yml"))}


@lru_cache
def topics(folder: Path = TOPICS) -> dict[str, Topic]:
    """Return every topic by its id.

    Raises:
        ContentError: if a file doesn't have a topic's form.
    """
    return {name: read_as(Topic, path) for name, path in topic_files(folder).items()}


def question_named(name: str) -> Question:
    """Return the question of `topic.question`.

    Raises:
        KeyError: if there is no such question.
    """
    topic, _, question = name.partition(".")
    return topics()[topic].questions[question]


def is_question(name: str) -> bool:
    """Tell whether `topic.question` names a question."""
    topic, _, question = name.partition(".")
    return topic in topics() and question in topics()[topic].questions


def question_names() -> list[str]:
    """Return every question as `topic.question`."""
    return [f"{name}.{question}" for name, topic in topics().items() for question in topic.questions]
