"""Labelled messages to measure with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.content.files import ContentError


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


def read_messages(path: Path) -> list[LabelledMessage]:
    """Read a file of one JSON object a line.

    Raises:
        ContentError: if a line is no such object; the message names file and line.
    """
    messages = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            messages.append(LabelledMessage.model_validate_json(line))
        except ValidationError as error:
            raise ContentError(f"{path}:{number}: {error}") from error
    return messages
