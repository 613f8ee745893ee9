"""Labelled messages to measure with."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.content.files import ContentError

FACTS = "facts"


class FactsMessage(BaseModel):
    """A message with the facts of a case that it tells.

    Attributes:
        lang: the language that the conversation is set to.
        text: the message.
        facts: what a careful reader notes of it, by the fact's name: yes or no, a value, or a date.
        asked: the fact asked for just before.
        today: the day on which it is said.
    """

    model_config = ConfigDict(extra="ignore")

    lang: str
    text: str
    facts: dict[str, bool | str]
    asked: str | None = None
    today: date | None = None


class LabelledMessage(BaseModel):
    """A message with what it should be answered with.

    Attributes:
        lang: the language that the conversation is set to.
        text: the message.
        label: a topic, any question of which will do, or a question, `topic/question`.
        also_ok: what is as good as the label.
        before: what is said first in the same conversation.
        needs: further questions that the reply must answer too.
        today: the day on which it is asked.
    """

    model_config = ConfigDict(extra="ignore")

    lang: str
    text: str
    label: str
    also_ok: list[str] = []
    before: list[str] = []
    needs: list[str] = []
    today: date | None = None


def read_messages(path: Path) -> list[LabelledMessage | FactsMessage]:
    """Read a file of one JSON object a line; one with `facts` measures the reading of facts.

    Raises:
        ContentError: if a line is no such object; the message names file and line.
    """
    messages = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            messages.append(_message(line))
        except ValueError as error:
            raise ContentError(f"{path}:{number}: {error}") from error
    return messages


def _message(line: str) -> LabelledMessage | FactsMessage:
    kind = FactsMessage if FACTS in json.loads(line) else LabelledMessage
    return kind.model_validate_json(line)
