"""Conversations in the database: what was said in numbered order, what Rasa knows, and whose turn is being taken."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, or_, select, update
from sqlalchemy.engine import Connection, Engine, Row

from bot.store.database import upsert
from bot.store.event import Author, Body, Event, Page, State
from bot.store.retention import scrub
from bot.store.tables import conversations, events, rasa_events, turns, waiting

Dialogue = list[dict[str, Any]]

# A turn's statements, built once: building one takes as long as running it.
CONVERSATION, MESSAGE = bindparam("conversation"), bindparam("message")
ROW = select(conversations).where(conversations.c.id == bindparam("row"))
CHANGE = update(conversations).where(conversations.c.id == bindparam("row"))
END = CHANGE.where(conversations.c.claim == bindparam("mine")).values(claim=None, claimed_until=None)
TURN = select(turns.c.answered).where(turns.c.conversation == CONVERSATION, turns.c.message == MESSAGE)
HERE = waiting.c.conversation == CONVERSATION
FIRST = select(waiting.c.key).where(HERE, waiting.c.until > bindparam("now")).order_by(waiting.c.place).limit(1)
# One statement, as it is asked in every turn.
STANDING = select(TURN.scalar_subquery().label("answered"), FIRST.scalar_subquery().label("first"))
PLACE = select(waiting.c.until).where(HERE, waiting.c.key == bindparam("of"))
LEAVE = delete(waiting).where(HERE, or_(waiting.c.key == bindparam("of"), waiting.c.until <= bindparam("now")))
NEW_TURN = turns.insert()
ANSWERED = (
    update(turns)
    .where(turns.c.conversation == bindparam("of"), turns.c.message == bindparam("to"))
    .values(answered=True)
)
NEW_EVENTS = events.insert()
SAID = select(events.c.n, events.c.author, events.c.message, events.c.in_reply_to, events.c.body, events.c.at).order_by(
    events.c.n
)
# Looked for from the end: in a long conversation what was said just now is found at once.
SAID_AT = select(events.c.n).where(events.c.conversation == CONVERSATION, events.c.message == MESSAGE)
EXCHANGE = SAID.where(
    events.c.conversation == CONVERSATION,
    events.c.n >= func.coalesce(SAID_AT.order_by(events.c.n.desc()).limit(1).scalar_subquery(), 0),
    or_(events.c.message == MESSAGE, events.c.in_reply_to == MESSAGE),
)
NEW_RASA_EVENTS = rasa_events.insert()
# Rasa's events since the latest session began; by number, as a clock may be set back.
BEGUN = select(func.max(rasa_events.c.id)).where(
    rasa_events.c.sender_id == CONVERSATION, rasa_events.c.type_name == "session_started"
)
DIALOGUE = (
    select(rasa_events.c.data)
    .where(rasa_events.c.sender_id == CONVERSATION, rasa_events.c.id >= func.coalesce(BEGUN.scalar_subquery(), 0))
    .order_by(rasa_events.c.id)
)


@dataclass(frozen=True)
class Claim:
    """The right to take a conversation's turn, until it is over or the time is past.

    Attributes:
        token: tells this claim from all others.
        now: the time in seconds since 1970.
        until: when another may claim the turn, as the one who has it must be gone.
    """

    token: str
    now: float
    until: float


@dataclass(frozen=True)
class Begun:
    """A turn that is ours to take: who speaks, and what Rasa knows of the conversation."""

    state: State
    dialogue: Dialogue


class Held:
    """Others come before: their turn is being taken, or they have waited for longer."""


class ConversationStore:
    """The conversations of a database. Every method is one transaction, safe against others in any process."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def begin(self, conversation: str, message: str, body: Body, at: str, claim: Claim) -> Begun | Held | list[Event]:
        """Begin the turn of a person's message, and store what was said where it is new.

        Returns:
            What to go on with; the message with its replies, if it was answered already; Held, if others come before:
            it has its place then, and keeps it as long as its claims last.
        """
        with self._database.begin() as connection:
            row = self._lock(connection, conversation, claim.now)
            answered, first = _standing(connection, conversation, message, claim)
            if answered:
                connection.execute(LEAVE, {"conversation": conversation, "of": message, "now": claim.now})
                return _exchange(connection, conversation, message)
            if not self._may_go(connection, row, message, first, claim):
                return Held()
            claimed = {"claim": claim.token, "claimed_until": claim.until}
            if answered is not None:
                connection.execute(CHANGE, {"row": conversation, "last": row.last, **claimed})
            else:
                connection.execute(NEW_TURN, {**_key(conversation, message), "answered": False})
                said = {"author": "person", "message": message, "in_reply_to": None, "body": body, "at": at}
                _add(connection, row, [said], **claimed)
            return Begun(row.state, _dialogue(connection, conversation))

    def must_wait(self, conversation: str, key: str, claim: Claim) -> bool:
        """Tell whether somebody who has a place must go on waiting, and needn't ask for it anew; nothing is written.

        Args:
            conversation: the conversation.
            key: the message that waits, or the token of the claim on what is no message.
            claim: the claim that would be made now.
        """
        with self._database.begin() as connection:
            place = {"conversation": conversation, "of": key}
            until = connection.execute(PLACE, place).scalar()
            row = _row(connection, conversation)
            if until is None or row is None or until - claim.now < (claim.until - claim.now) / 2:
                return False
            _, first = _standing(connection, conversation, key, claim)
            return _held(row, claim) or first != key

    def finish(
        self, conversation: str, message: str, claim: Claim, bodies: Sequence[Body], new: Sequence[Body], at: str
    ) -> list[Event] | None:
        """Store what a turn led to, whole, and end it: the replies' bodies and Rasa's new events.

        Returns:
            The message with its replies; None if the turn was no longer ours, and nothing is stored.
        """
        with self._database.begin() as connection:
            if not connection.execute(END, {"row": conversation, "mine": claim.token}).rowcount:
                return None
            reply = {"author": "assistant", "message": None, "in_reply_to": message, "at": at}
            _add(connection, _row(connection, conversation), [reply | {"body": body} for body in bodies])
            if new:
                connection.execute(NEW_RASA_EVENTS, [_rasa_row(conversation, event) for event in new])
            connection.execute(ANSWERED, {"of": conversation, "to": message})
            return _exchange(connection, conversation, message)

    def release(self, conversation: str, claim: Claim) -> None:
        """Give a turn up, so that another can be taken at once."""
        with self._database.begin() as connection:
            connection.execute(END, {"row": conversation, "mine": claim.token})

    def add(
        self,
        conversation: str,
        author: Author,
        message: str,
        body: Body,
        at: str,
        now: float,
        in_reply_to: str | None = None,
    ) -> Event:
        """Store what somebody said besides the turns, once; return it."""
        with self._database.begin() as connection:
            row = self._lock(connection, conversation, now)
            own = _select(connection, events.c.conversation == conversation, events.c.message == message)
            if not own:
                said = {"author": author, "message": message, "in_reply_to": in_reply_to, "body": body, "at": at}
                _add(connection, row, [said])
                own = _select(connection, events.c.conversation == conversation, events.c.message == message)
            return own[0]

    def hand_to(self, conversation: str, state: State, claim: Claim) -> bool:
        """Let somebody else speak; return False if others come before, as in `begin`."""
        with self._database.begin() as connection:
            if not self._may_change(connection, self._lock(connection, conversation, claim.now), claim):
                return False
            connection.execute(update(conversations).where(conversations.c.id == conversation).values(state=state))
            return True

    def read(self, conversation: str, after: int, now: float) -> Page:
        """Return what was said after a number."""
        with self._database.begin() as connection:
            # Events first: a deletion between the two reads then shows in the second.
            said = _after(connection, conversation, after)
            row = _row(connection, conversation)
            if row is None:
                return Page([], cleared=0 if after else None)
            working = row.claim is not None and row.claimed_until > now
            if 0 < after < row.cleared or after > row.last:
                return Page(_after(connection, conversation, row.cleared), row.state, working, row.cleared)
            return Page(said, row.state, working)

    def clear(self, conversation: str, claim: Claim) -> bool:
        """Delete what was said in a conversation and all that Rasa knows of it; only the counters remain.

        Returns:
            False if others come before, as in `begin`, and nothing was deleted.
        """
        with self._database.begin() as connection:
            here = conversations.c.id == conversation
            # Locks the conversation until the transaction ends.
            connection.execute(update(conversations).where(here).values(last=conversations.c.last))
            row = _row(connection, conversation)
            if row is None:
                return True
            if not self._may_change(connection, row, claim):
                return False
            gone = connection.execute(delete(events).where(events.c.conversation == conversation)).rowcount
            connection.execute(delete(turns).where(turns.c.conversation == conversation))
            connection.execute(delete(rasa_events).where(rasa_events.c.sender_id == conversation))
            number = {"last": row.last + 1, "cleared": row.last + 1} if gone else {}
            connection.execute(update(conversations).where(here).values({"state": "assistant", **number}))
            return True

    def beginning_with(self, prefix: str) -> list[str]:
        """Return the conversations whose ids begin so."""
        ids = conversations.c.id
        with self._database.begin() as connection:
            return list(connection.execute(select(ids).where(ids.startswith(prefix, autoescape=True))).scalars())

    def scrub(self) -> None:
        """Take what was deleted out of the files."""
        scrub(self._database)

    def _lock(self, connection: Connection, conversation: str, now: float) -> Row:
        """Return a conversation's row, made where it is new, touched, and locked until the transaction ends."""
        first = {"id": conversation, "state": "assistant", "last": 0, "cleared": 0, "touched": now}
        new = upsert(self._database, conversations).values(first)
        connection.execute(new.on_conflict_do_update(index_elements=["id"], set_={"touched": now}))
        return _row(connection, conversation)

    def _may_change(self, connection: Connection, row: Row, claim: Claim) -> bool:
        """Tell whether what is no message may happen now; what must wait is known by its claim's token."""
        _, first = _standing(connection, row.id, claim.token, claim)
        return self._may_go(connection, row, claim.token, first, claim)

    def _may_go(self, connection: Connection, row: Row, key: str, first: str | None, claim: Claim) -> bool:
        """Tell whether somebody's turn has come; who must wait gets a place, or keeps theirs."""
        if _held(row, claim) or first not in (None, key):
            place = {"conversation": row.id, "key": key, "until": claim.until}
            new = upsert(self._database, waiting).values(place)
            at = {"index_elements": ["conversation", "key"], "set_": {"until": claim.until}}
            connection.execute(new.on_conflict_do_update(**at))
            return False
        if first:
            connection.execute(LEAVE, {"conversation": row.id, "of": key, "now": claim.now})
        return True


def _standing(connection: Connection, conversation: str, message: str, claim: Claim) -> tuple[bool | None, str | None]:
    """Return whether a message is answered, None where it is new, and who waits first."""
    found = connection.execute(STANDING, {**_key(conversation, message), "now": claim.now}).one()
    return found.answered, found.first


def _row(connection: Connection, conversation: str) -> Row:
    return connection.execute(ROW, {"row": conversation}).first()


def _held(row: Row, claim: Claim) -> bool:
    return row.claim not in (None, claim.token) and row.claimed_until > claim.now


def _key(conversation: str, message: str) -> dict[str, str]:
    return {"conversation": conversation, "message": message}


def _add(connection: Connection, row: Row, said: Sequence[dict[str, Any]], **claimed: Any) -> None:
    """Store what was said under the next numbers, and whose turn it is where that changes."""
    if said:
        numbered = [one | {"conversation": row.id, "n": row.last + 1 + place} for place, one in enumerate(said)]
        connection.execute(NEW_EVENTS, numbered)
        connection.execute(CHANGE, {"row": row.id, "last": row.last + len(said), **claimed})


def _exchange(connection: Connection, conversation: str, message: str) -> list[Event]:
    return _events(connection.execute(EXCHANGE, _key(conversation, message)))


def _after(connection: Connection, conversation: str, n: int) -> list[Event]:
    return _select(connection, events.c.conversation == conversation, events.c.n > n)


def _select(connection: Connection, *conditions: Any) -> list[Event]:
    return _events(connection.execute(SAID.where(*conditions)))


def _events(rows: Iterable[Row]) -> list[Event]:
    return [Event(**row._mapping) for row in rows]


def _dialogue(connection: Connection, conversation: str) -> Dialogue:
    return [json.loads(data) for data in connection.execute(DIALOGUE, {"conversation": conversation}).scalars()]


def _rasa_row(conversation: str, event: dict[str, Any]) -> dict[str, Any]:
    return {
        "sender_id": conversation,
        "type_name": event["event"],
        "timestamp": event.get("timestamp"),
        "intent_name": ((event.get("parse_data") or {}).get("intent") or {}).get("name"),
        "action_name": event.get("name"),
        "data": json.dumps(event),
    }
