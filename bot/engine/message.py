"""What goes into the engine and what comes out: messages and replies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field

from bot.answers.basis import Basis


@dataclass(frozen=True)
class Message:
    """What a person wrote, or the payload of the button that was pressed.

    Attributes:
        sender: the conversation's id.
        text: the words.
        language: the language that the channel shows, where it knows one.
        id: the message's own id, where the channel has one.
    """

    sender: str
    text: str
    language: str | None = None
    id: str | None = None


class Button(BaseModel):
    """A choice: its label, and what is sent when it is pressed."""

    title: str
    payload: str


class Reply(BaseModel):
    """One message of the assistant, and what it rests on."""

    text: str
    buttons: list[Button] = []
    basis: Basis = Field(alias="custom")

    @property
    def custom(self) -> dict[str, Any]:
        """The basis as channels send it."""
        return self.basis.model_dump(mode="json")

    def body(self) -> dict[str, Any]:
        """Return the reply as it is kept and sent: `text`, `buttons` and `custom`."""
        return self.model_dump(mode="json", by_alias=True)
