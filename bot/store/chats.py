"""Chats: what was said in a conversation, in numbered order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection, Engine

from bot.store.database import upsert
from bot.store.tables import conversations, events

Body = dict[str, Any]
Sender = Literal["person", "assistant"]


@dataclass(frozen=True)
class ChatEvent:
    """Something said.

    Attributes:
        n: its number, which rises through the conversation and is never given twice.
        message: the client's id of the message; for replies, of the message answered.
        sender: who said it.
        body: what was said.
        at: when, ISO 8601 in Asia/Tokyo.
    """

    n: int
    message: str
    sender: Sender
    body: Body
    at: str


@dataclass(frozen=True)
class Page:
    """What a reader hasn't seen yet.

    Attributes:
        events: what was said, in order.
        cleared: the number of the deletion after which the reader starts anew, where it knows of things that are gone.
    """

    events: list[ChatEvent]
    cleared: int | None = None


class Chats:
    """The chats in a database. Every method is one transaction, safe against others in any process."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def add_message(self, conversation: str, message: str, body: Body, at: datetime) -> bool:
        """Store what a person said, once; return whether it is new."""
        with self._database.connect() as connection:
            number = self._take(connection, conversation, 1)
            if _exchange(connection, conversation, message):
                return False
            row = _row(conversation, message, at) | {"n": number, "part": 0, "sender": "person", "body": body}
            connection.execute(events.insert(), row)
            connection.commit()
            return True

    def add_replies(self, conversation: str, message: str, bodies: Sequence[Body], at: datetime) -> None:
        """Store all replies to a message, unless it has some already or was deleted meanwhile."""
        with self._database.connect() as connection:
            first = self._take(connection, conversation, len(bodies))
            if len(_exchange(connection, conversation, message)) != 1:
                return
            row = _row(conversation, message, at) | {"sender": "assistant"}
            rows = [row | {"n": first + i, "part": 1 + i, "body": body} for i, body in enumerate(bodies)]
            connection.execute(events.insert(), rows)
            connection.commit()

    def exchange(self, conversation: str, message: str) -> list[ChatEvent]:
        """Return a message and its replies."""
        with self._database.connect() as connection:
            return _exchange(connection, conversation, message)

    def read(self, conversation: str, after: int) -> Page:
        """Return what was said after a number."""
        with self._database.connect() as connection:
            # Events first: a deletion between the two reads then shows in the second.
            said = _after(connection, conversation, after)
            last, cleared = _counters(connection, conversation)
            if 0 < after < cleared or after > last:
                return Page(_after(connection, conversation, cleared), cleared)
            return Page(said)

    def clear(self, conversation: str) -> None:
        """Delete everything said in a conversation, and what was thought of it."""
        with self._database.connect() as connection:
            number = self._take(connection, conversation, 1)
            gone = connection.execute(delete(events).where(events.c.conversation == conversation))
            if not gone.rowcount:
                return
            here = conversations.c.id == conversation
            connection.execute(update(conversations).where(here).values(cleared=number))
            connection.commit()

    def _take(self, connection: Connection, conversation: str, count: int) -> int:
        """Return the first of `count` new numbers. The conversation is locked until the transaction ends."""
        new = upsert(self._database, conversations).values(id=conversation, last=count, cleared=0)
        more = {"last": conversations.c.last + count}
        connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=more))
        last, _ = _counters(connection, conversation)
        return last - count + 1


def _row(conversation: str, message: str, at: datetime) -> dict[str, Any]:
    return {"conversation": conversation, "message": message, "at": at.isoformat(timespec="seconds")}


def _counters(connection: Connection, conversation: str) -> tuple[int, int]:
    here = conversations.c.id == conversation
    row = connection.execute(select(conversations.c.last, conversations.c.cleared).where(here)).first()
    return (row.last, row.cleared) if row else (0, 0)


def _exchange(connection: Connection, conversation: str, message: str) -> list[ChatEvent]:
    return _select(connection, events.c.conversation == conversation, events.c.message == message)


def _after(connection: Connection, conversation: str, n: int) -> list[ChatEvent]:
    return _select(connection, events.c.conversation == conversation, events.c.n > n)


def _select(connection: Connection, *conditions: Any) -> list[ChatEvent]:
    columns = events.c.n, events.c.message, events.c.sender, events.c.body, events.c.at
    rows = connection.execute(select(*columns).where(*conditions).order_by(events.c.n))
    return [ChatEvent(**row._mapping) for row in rows]
