"""What a messenger's platform told us, kept until it is done: taken once, and one after another in a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.sql.elements import ColumnElement

from bot.store.conversations import Claim
from bot.store.database import unhurried, upsert
from bot.store.tables import inbox


@dataclass(frozen=True)
class Arrival:
    """What a platform told.

    Attributes:
        id: the platform's own id of it.
        conversation: the conversation that it belongs to.
        said_at: the platform's time of it, in seconds since 1970.
        body: what is to be done, as JSON takes it.
    """

    id: str
    conversation: str
    said_at: float
    body: dict[str, Any]


@dataclass(frozen=True)
class Work:
    """An arrival that is being worked on.

    Attributes:
        id: the platform's own id of it.
        conversation: the conversation that it belongs to.
        body: what is to be done.
        accepted: when it was accepted, in seconds since 1970.
        tries: how often it was begun, this time included.
        route: the way by which the answer must go; None for the usual one.
    """

    id: str
    conversation: str
    body: dict[str, Any]
    accepted: float
    tries: int
    route: str | None


class Inbox:
    """What one channel was told. Every method is one transaction, safe against others in any process.

    What is accepted is on the disk; how far it is done may be forgotten by a power failure, and is then done again.
    """

    def __init__(self, database: Engine, channel: str) -> None:
        self._database = database
        self._here = inbox.c.channel == channel
        self._channel = channel

    def accept(self, arrivals: Sequence[Arrival], now: float, due: float) -> None:
        """Keep what is new, to be done from a time on; what was told before has no second effect."""
        if not arrivals:
            return
        told = {"channel": self._channel, "accepted": now, "due": due, "tries": 0, "done": False}
        rows = [told | vars(arrival) for arrival in arrivals]
        with self._database.begin() as connection:
            connection.execute(upsert(self._database, inbox).on_conflict_do_nothing(), rows)

    def due(self, now: float, most: int) -> tuple[list[str], float | None]:
        """Return conversations in which something can be done now, and when there is more to do; None if nothing is."""
        waiting = self._here & ~inbox.c.done
        # Where the first must wait, so must the others.
        ready = (func.max(inbox.c.due) <= now) & (func.coalesce(func.max(inbox.c.claimed_until), 0) <= now)
        found = select(inbox.c.conversation).where(waiting).group_by(inbox.c.conversation).having(ready)
        later = select(func.min(inbox.c.due)).where(waiting, inbox.c.due > now)
        with self._database.begin() as connection:
            oldest_first = found.order_by(func.min(inbox.c.said_at)).limit(most)
            return list(connection.execute(oldest_first).scalars()), connection.execute(later).scalar()

    def take(self, conversation: str, claim: Claim) -> Work | None:
        """Take what was said first in a conversation and isn't done; None while that must wait or is being done."""
        other = inbox.alias()
        first = select(other.c.id).where(
            other.c.channel == self._channel, other.c.conversation == conversation, ~other.c.done
        )
        mine = inbox.c.id == first.order_by(other.c.said_at, other.c.id).limit(1).scalar_subquery()
        busy = exists().where(
            other.c.channel == self._channel, other.c.conversation == conversation, other.c.claimed_until > claim.now
        )
        claimed = {"claim": claim.token, "claimed_until": claim.until, "tries": inbox.c.tries + 1}
        with unhurried(self._database) as connection:
            ready = (self._here, mine, inbox.c.due <= claim.now, ~busy, ~inbox.c.done, _free(claim.now))
            if not connection.execute(update(inbox).where(*ready).values(claimed)).rowcount:
                return None
            columns = (getattr(inbox.c, name) for name in Work.__dataclass_fields__)
            row = connection.execute(select(*columns).where(self._here, inbox.c.claim == claim.token)).one()
            return Work(**row._mapping)

    def send_by(self, work: Work, route: str) -> None:
        """Note by which way the answer must go, so that it is known if we die over it."""
        self._change(work, route=route)

    def postpone(self, work: Work, due: float) -> None:
        """Give up work that is being done, to be done again from a time on."""
        self._change(work, due=due, claim=None, claimed_until=None)

    def finish(self, work: Work) -> None:
        """Note that work is done, and keep nothing of it but its id."""
        self._change(work, done=True, conversation=None, body=None, claim=None, claimed_until=None)

    def _change(self, work: Work, **values: Any) -> None:
        with unhurried(self._database) as connection:
            connection.execute(update(inbox).where(self._here, inbox.c.id == work.id).values(values))


def _free(now: float) -> ColumnElement[bool]:
    return or_(inbox.c.claim.is_(None), inbox.c.claimed_until <= now)
