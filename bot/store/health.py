"""Whether the database takes what it is given."""

from sqlalchemy.engine import Engine

from bot.store.database import upsert
from bot.store.tables import health


def prove(database: Engine, now: float) -> None:
    """Write a row, as only that tells a full, locked or read-only database from one that works.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: if it can't be written.
    """
    row = upsert(database, health).values(id=1, at=now)
    with database.begin() as connection:
        connection.execute(row.on_conflict_do_update(index_elements=["id"], set_={"at": now}))
