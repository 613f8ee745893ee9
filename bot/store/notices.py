"""PostgreSQL's notices: what one process tells all others on a database."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg2
from sqlalchemy import text
from sqlalchemy.engine import Engine

from bot.store.database import unhurried

CHANNEL = "madoguchi"
# A server that is gone without a word is noticed within half a minute.
ALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "connect_timeout": 5}
NOTIFY = text(f"SELECT pg_notify('{CHANNEL}', told) FROM unnest(:told) AS told")


class Listening:
    """A connection that hears notices, besides those of the pool."""

    def __init__(self, database: Engine) -> None:
        """Connect.

        Raises:
            psycopg2.Error: if the database can't be reached.
        """
        # libpq's own form of the address, with all that it asks for.
        address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection = psycopg2.connect(address, **ALIVE)
        self._fileno = self._connection.fileno()
        self._connection.autocommit = True
        with self._connection.cursor() as cursor:
            cursor.execute(f"LISTEN {CHANNEL}")

    def fileno(self) -> int:
        """Return what becomes readable when there are notices; it stays the same when the connection breaks."""
        return int(self._fileno)

    def read(self) -> Sequence[str]:
        """Return the notices since, without waiting.

        Raises:
            psycopg2.Error: if the connection broke.
        """
        self._connection.poll()
        found = [notice.payload for notice in self._connection.notifies]
        self._connection.notifies.clear()
        return found

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def notify(database: Engine, told: Sequence[str]) -> None:
    """Tell something to everybody who listens.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: if the database can't be reached.
    """
    with unhurried(database) as connection:
        connection.execute(NOTIFY, {"told": list(told)})
