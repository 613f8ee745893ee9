"""What people thought of a reply."""

from sqlalchemy import literal, select
from sqlalchemy.engine import Engine

from bot.store.database import upsert
from bot.store.tables import events, feedback


class NoSuchReplyError(LookupError):
    """There is no reply of that number in the conversation."""


class Feedback:
    """Feedback in a database; a reply has one, the latest."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def give(self, conversation: str, n: int, helpful: bool, reason: str | None, at: str) -> None:
        """Keep what was thought of a reply, in place of what was thought before.

        Raises:
            NoSuchReplyError: if the conversation has no such reply.
        """
        judged = {"helpful": helpful, "reason": reason, "at": at}
        reply = (events.c.conversation == conversation) & (events.c.n == n) & (events.c.author == "assistant")
        row = select(events.c.conversation, events.c.n, *(literal(value) for value in judged.values())).where(reply)
        new = upsert(self._database, feedback).from_select(["conversation", "n", *judged], row)
        with self._database.begin() as connection:
            put = connection.execute(new.on_conflict_do_update(index_elements=["conversation", "n"], set_=judged))
        if not put.rowcount:
            raise NoSuchReplyError(f"no reply {n}")
