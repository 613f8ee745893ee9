"""An event as the widget sees it, and as it is stored."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.engine import Button, Reply
from bot.privacy.masking import mask
from bot.store.chats import Body, ChatEvent, Sender


class Event(BaseModel):
    """Something said in a conversation."""

    model_config = ConfigDict(populate_by_name=True)

    n: int = Field(description="its number, which rises through the conversation")
    sender: Sender = Field(alias="from")
    id: str = Field(description="the client's id of the message; for replies, of the message answered")
    text: str
    at: str = Field(description="when, in Asia/Tokyo", examples=["2026-11-24T11:00:00+09:00"])
    buttons: list[Button] = []
    custom: dict[str, Any]


def shown(event: ChatEvent) -> Event:
    """Return a stored event as the widget sees it."""
    return Event(n=event.n, sender=event.sender, id=event.message, at=event.at, **event.body)


def message_body(text: str, language: str | None) -> Body:
    """Return what is stored of a person's message; a My Number is not."""
    return {"text": mask(text), "buttons": [], "custom": {"language": language}}


def reply_body(reply: Reply) -> Body:
    """Return what is stored of a reply."""
    return reply.model_dump(mode="json", exclude={"recipient_id"})
