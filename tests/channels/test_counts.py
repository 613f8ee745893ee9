"""Counting for limits: together in Redis, and by itself while that fails."""

import asyncio
import os
import socket
import time
import uuid

import pytest
import redis
from limits import parse

from bot.channels.counts import REDIS_SECONDS, Counts

REDIS = os.environ.get("TEST_REDIS", "redis://127.0.0.1:6379/0")
RATE = parse("2/minute")


@pytest.fixture
def shared():
    try:
        redis.Redis.from_url(REDIS, socket_connect_timeout=3).ping()
    except redis.RedisError as error:
        pytest.skip(f"no Redis at {REDIS} (TEST_REDIS names another): {error}")
    return REDIS


@pytest.fixture
def key():
    return uuid.uuid4().hex


def counted(key, *processes):
    """Count once in each process in turn; return how long each has to wait."""

    async def count():
        return [await process.wait(RATE, key) for process in processes]

    return asyncio.run(count())


def test_what_is_too_much_has_to_wait_until_the_time_is_over(key):
    here = Counts(None)
    *fine, wait = counted(key, here, here, here)
    assert fine == [None, None]
    assert 1 <= wait <= 60


def test_processes_count_together_in_redis(shared, key):
    *fine, wait = counted(key, Counts(shared), Counts(shared), Counts(shared))
    assert fine == [None, None]
    assert 1 <= wait <= 60


def test_each_counts_for_itself_without(key):
    assert counted(key, Counts(None), Counts(None), Counts(None)) == [None] * 3


def test_while_redis_is_gone_a_process_goes_on_counting_for_itself(key, caplog):
    here = Counts("redis://user:a-secret@127.0.0.1:1/0")
    *fine, wait = counted(key, here, here, here)
    assert fine == [None, None]
    assert wait
    assert len(caplog.records) == 1
    assert "a-secret" not in caplog.text


def test_a_redis_that_says_nothing_is_not_waited_for(key):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        here = Counts(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        start = time.monotonic()
        assert counted(key, here, here) == [None, None]
        assert time.monotonic() - start < 4 * REDIS_SECONDS + 1
