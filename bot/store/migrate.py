"""Bring a database to the form that the code expects, step by step: `migrations/versions`."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.engine import Engine

MIGRATIONS = Path(__file__).with_name("migrations")
# Any number will do; it only keeps two processes from migrating at once.
LOCK = 4_209_115


def migrate(database: Engine) -> None:
    """Run the migrations that a database hasn't had yet, all of them or none.

    A database without any is new, or of the form before migrations began.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.connect().execution_options(sqlite_begin="EXCLUSIVE") as connection, connection.begin():
        if database.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
