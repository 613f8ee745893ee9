"""Forgetting: what was said long ago, or what is asked to be forgotten, goes, and leaves nothing in the files."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, or_, select
from sqlalchemy.engine import Connection, Engine

from bot.store.tables import conversations, inbox, rasa_events

# In one transaction, so that nobody waits long for it.
AT_ONCE = 200


def forget(database: Engine, conversation: str) -> bool:
    """Delete a conversation with all that is kept of it, its counters too; return whether there was one."""
    with database.begin() as connection:
        return bool(_delete(connection, [conversation]))


def forget_untouched(database: Engine, since: float, now: float) -> int:
    """Delete some of the conversations in which nothing was said since a time; return how many, 0 when none is left.

    Args:
        database: where they are.
        since: the time, in seconds since 1970.
        now: the time now; a conversation whose turn is being taken is left alone.
    """
    idle = or_(conversations.c.claim.is_(None), conversations.c.claimed_until <= now)
    old = select(conversations.c.id).where(conversations.c.touched < since, idle).limit(AT_ONCE)
    with database.begin() as connection:
        return _delete(connection, connection.execute(old.with_for_update(skip_locked=True)).scalars().all())


def forget_done(database: Engine, since: float) -> None:
    """Delete what messengers told before a time and is done; told again after that, it would be taken for new."""
    with database.begin() as connection:
        connection.execute(delete(inbox).where(inbox.c.done, inbox.c.accepted < since))


def scrub(database: Engine) -> None:
    """Take what was deleted out of the files.

    SQLite overwrites it in its file, but the log beside it holds older pages until it is written back and cut. Where
    somebody is reading just now, that is left to the next time. PostgreSQL's own vacuum does it.
    """
    if database.dialect.name == "sqlite":
        connection = database.raw_connection()
        # What is set below is for this once.
        connection.detach()
        try:
            # Who waits for the readers would hold up the writers.
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _delete(connection: Connection, keys: Collection[str]) -> int:
    connection.execute(delete(rasa_events).where(rasa_events.c.sender_id.in_(keys)))
    # All that hangs on them goes with them.
    return int(connection.execute(delete(conversations).where(conversations.c.id.in_(keys))).rowcount)
