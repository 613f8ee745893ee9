"""How the database is opened: SQLite by default, PostgreSQL by URL."""

from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Engine
from sqlalchemy.schema import Table

from bot.store.tables import metadata

BUSY_SECONDS = 30


def open_database(url: str) -> Engine:
    """Return the database at an SQLAlchemy URL, with our tables in it.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: if it can't be reached.
    """
    database = tuned(create_engine(url, future=True, pool_pre_ping=True))
    metadata.create_all(database)
    return database


def tuned(engine: Engine) -> Engine:
    """Make an engine keep what people wrote out of its errors, and SQLite wait for others and heed foreign keys.

    Rasa's tracker store writes to the same file through an engine of its own, so both are tuned.
    """
    engine.hide_parameters = True
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
    return engine


def upsert(engine: Engine, table: Table) -> Any:
    """Return the INSERT of the engine's own dialect, which knows `on_conflict_do_update`."""
    return (postgresql if engine.dialect.name == "postgresql" else sqlite).insert(table)


def _on_connect(connection: Any, record: Any) -> None:
    # The wait comes first: turning WAL on needs the lock, too.
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
