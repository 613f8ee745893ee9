"""Databases of a test's own."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import redis
import sqlalchemy

POSTGRESQL = os.environ.get("TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/test")
REDIS = os.environ.get("TEST_REDIS", "redis://127.0.0.1:6379/0")


def redis_url() -> str:
    """Return the URL of a Redis that runs; conversations' names keep tests apart in it."""
    try:
        with redis.Redis.from_url(REDIS, socket_connect_timeout=3) as server:
            server.ping()
    except redis.RedisError as error:
        pytest.skip(f"no Redis at {REDIS} (TEST_REDIS names another): {error}")
    return REDIS


@contextmanager
def new_postgresql() -> Iterator[str]:
    """Make a PostgreSQL database; yield its URL, and drop it afterwards."""
    server = sqlalchemy.create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    name = f"madoguchi_{uuid.uuid4().hex}"
    try:
        with server.connect() as connection:
            connection.execute(sqlalchemy.text(f"CREATE DATABASE {name}"))
    except sqlalchemy.exc.OperationalError as error:
        pytest.skip(f"no PostgreSQL at {POSTGRESQL} (TEST_POSTGRESQL names another): {error.orig}")
    yield str(sqlalchemy.engine.make_url(POSTGRESQL).set(database=name))
    with server.connect() as connection:
        connection.execute(sqlalchemy.text(f"DROP DATABASE {name} WITH (FORCE)"))
