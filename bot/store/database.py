"""How the database is opened: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import Table

from bot.store.limits import CALLS_AT_ONCE, SQL_SECONDS, limit_postgresql_waits
from bot.store.migrate import migrate


def open_database(url: str) -> Engine:
    """Return the database at an SQLAlchemy URL, with our tables in it, carried over where they are of an older form.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: if it can't be reached.
    """
    database = _sqlite(url) if make_url(url).get_backend_name() == "sqlite" else _postgresql(url)
    migrate(database)
    return database


def upsert(engine: Engine, table: Table) -> Any:
    """Return the INSERT of the engine's own dialect, which knows `on_conflict_do_update`."""
    return (postgresql if engine.dialect.name == "postgresql" else sqlite).insert(table)


@contextmanager
def unhurried(database: Engine) -> Iterator[Connection]:
    """Begin a transaction that needn't reach the disk at once: it outlives the process, though not a power failure.

    It takes a hundredth of the time, in which nobody else can write to an SQLite file.
    """
    with database.connect().execution_options(sqlite_synchronous="NORMAL") as connection, connection.begin():
        if database.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
        yield connection


def _postgresql(url: str) -> Engine:
    limit_postgresql_waits()
    database = create_engine(
        url,
        future=True,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=CALLS_AT_ONCE,
        max_overflow=0,
        pool_timeout=SQL_SECONDS,
    )
    event.listen(database, "connect", _limit_statements)
    return database


def _limit_statements(connection: Any, record: Any) -> None:
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"SET statement_timeout = '{SQL_SECONDS}s'")
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{2 * SQL_SECONDS}s'")
    connection.autocommit = False


def _sqlite(url: str) -> Engine:
    path = Path(make_url(url).database)
    # Only here may the file be made: one that goes away while we run is missed, not replaced by an empty one.
    sqlite3.connect(path).close()
    name = f"file:{quote(str(path.absolute()))}?mode=rw"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(name, uri=True, timeout=SQL_SECONDS, isolation_level=None, check_same_thread=False)

    # By default each transaction would open the file anew, and write the log back as it closes it.
    database = create_engine(
        url,
        future=True,
        hide_parameters=True,
        creator=connect,
        poolclass=QueuePool,
        pool_size=CALLS_AT_ONCE,
        max_overflow=CALLS_AT_ONCE,
        pool_timeout=SQL_SECONDS,
    )
    event.listen(database, "connect", _set_up)
    _stay_with_the_file(database, path)
    event.listen(database, "begin", _begin)
    return database


def _stay_with_the_file(database: Engine, path: Path) -> None:
    """Use no connection whose file was taken away or replaced: what it writes would be nowhere."""

    def note(connection: sqlite3.Connection, record: Any) -> None:
        record.info["file"] = path.stat().st_ino

    def compare(connection: sqlite3.Connection, record: Any, proxy: Any) -> None:
        if not path.exists() or path.stat().st_ino != record.info["file"]:
            raise DisconnectionError("the file isn't there any more")

    event.listen(database, "connect", note)
    event.listen(database, "checkout", compare)


def _set_up(connection: sqlite3.Connection, record: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is deleted is overwritten.
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA synchronous = {options.get('sqlite_synchronous', 'FULL')}")
    # Python's own transactions leave out what changes tables.
    connection.exec_driver_sql(f"BEGIN {options.get('sqlite_begin', '')}")
