"""An event as the widget sees it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.channels.ruby import with_ruby
from bot.engine import Button
from bot.store.event import Author
from bot.store.event import Event as StoredEvent


class Event(BaseModel):
    """Something said in a conversation."""

    model_config = ConfigDict(populate_by_name=True)

    n: int = Field(description="its number, which rises through the conversation")
    sender: Author = Field(alias="from")
    id: str | None = Field(description="the client's id of the message; for replies, of the message answered")
    text: str
    at: str = Field(description="when, in Asia/Tokyo", examples=["2026-11-24T11:00:00+09:00"])
    buttons: list[Button] = []
    custom: dict[str, Any] = Field(description="what a reply rests on; of a message, its language")


def shown(event: StoredEvent) -> Event:
    """Return a stored event as the widget sees it."""
    return Event(
        n=event.n, sender=event.author, id=event.message or event.in_reply_to, at=event.at, **with_ruby(event.body)
    )
