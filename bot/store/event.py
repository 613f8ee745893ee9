"""An event of a conversation: something said, by whom, and in reply to what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Body = dict[str, Any]
Author = Literal["person", "assistant", "agent"]
# Who speaks to the person: the assistant, the assistant while an agent is waited for, or the agent.
State = Literal["assistant", "queued", "agent"]


@dataclass(frozen=True)
class Event:
    """Something said.

    Attributes:
        n: its number, which rises through the conversation and is never given twice.
        author: who said it.
        message: the channel's own id of a person's or an agent's message.
        in_reply_to: the id of the message that it replies to, where it replies to one.
        body: what was said: `text`, `buttons` and `custom`.
        at: when, ISO 8601 in Asia/Tokyo.
    """

    n: int
    author: Author
    message: str | None
    in_reply_to: str | None
    body: Body
    at: str


@dataclass(frozen=True)
class Page:
    """What a reader hasn't seen yet.

    Attributes:
        events: what was said, in order.
        state: who speaks to the person.
        working: whether a turn is being taken.
        cleared: the number of the deletion after which the reader starts anew, where it knows of things that are gone.
    """

    events: list[Event]
    state: State = "assistant"
    working: bool = False
    cleared: int | None = None
