"""Whether the database takes what it is given."""

from sqlalchemy import literal, select
from sqlalchemy.engine import Engine

from bot.store.database import upsert
from bot.store.tables import conversations, health, rasa_events


def prove(database: Engine, now: float) -> None:
    """Write a row and read what a turn needs: only that tells a full, locked or read-only database from one that works.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: if it can't be written.
    """
    row = upsert(database, health).values(id=1, at=now)
    with database.begin() as connection:
        # The write first: SQLite refuses at once who reads and then writes beside another writer.
        connection.execute(row.on_conflict_do_update(index_elements=["id"], set_={"at": now}))
        for table in (conversations, rasa_events):
            connection.execute(select(literal(1)).select_from(table).limit(1))
