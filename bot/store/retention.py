"""Forgetting: what was said long ago, or what is asked to be forgotten, goes, and leaves nothing in the files."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, or_, select
from sqlalchemy.engine import Engine

from bot.store.tables import conversations, rasa_events

# In one transaction, so that nobody waits long for it.
AT_ONCE = 200


def forget(database: Engine, conversation: str) -> bool:
    """Delete a conversation with all that is kept of it, its counters too; return whether there was one."""
    found = _delete(database, [conversation])
    scrub(database)
    return bool(found)


def forget_untouched(database: Engine, since: float, now: float) -> int:
    """Delete the conversations in which nothing was said since a time; return how many.

    Args:
        database: where they are.
        since: the time, in seconds since 1970.
        now: the time now; a conversation whose turn is being taken is left alone.
    """
    idle = or_(conversations.c.claim.is_(None), conversations.c.claimed_until <= now)
    old = select(conversations.c.id).where(conversations.c.touched < since, idle).limit(AT_ONCE)
    count = 0
    while keys := _keys(database, old):
        count += _delete(database, keys)
    if count:
        scrub(database)
    return count


def scrub(database: Engine) -> None:
    """Take what was deleted out of the files.

    SQLite overwrites it in its file, but the log beside it holds older pages until it is written back and cut. If
    somebody is reading, that is left to the next time.
    """
    if database.dialect.name == "sqlite":
        connection = database.raw_connection()
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _keys(database: Engine, query: object) -> list[str]:
    with database.connect() as connection:
        return list(connection.execute(query).scalars())


def _delete(database: Engine, keys: Collection[str]) -> int:
    with database.begin() as connection:
        connection.execute(delete(rasa_events).where(rasa_events.c.sender_id.in_(keys)))
        # All that hangs on them goes with them.
        found = connection.execute(delete(conversations).where(conversations.c.id.in_(keys)))
    return int(found.rowcount)
