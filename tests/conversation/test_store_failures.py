"""A database that is stopped, slowed, filled, locked or lost under load: each message is answered once or refused.

Refused with words, and sent again it is answered; meanwhile the process lives, says that it isn't ready, and why.
"""

import os
import re
import subprocess
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
import sqlalchemy
from sqlalchemy import text
from sqlalchemy.engine import make_url

from tests.conversation.people import PEOPLE, People, answered_once
from tests.proxy import Proxy

pytestmark = pytest.mark.slow

MESSAGES = 4
QUICK_SECONDS = 1.5


@pytest.fixture(scope="module")
def proxy(postgresql):
    url = make_url(postgresql)
    return Proxy(url.host, url.port or 5432)


@pytest.fixture(scope="module")
def behind_proxy(serve, postgresql, proxy):
    return serve(str(make_url(postgresql).set(host="127.0.0.1", port=proxy.port)))


@pytest.fixture(scope="module")
def on_sqlite(serve, sqlite):
    return serve(sqlite)


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory):
    """Return a folder on a disk of four megabytes."""
    folder = tmp_path_factory.mktemp("small")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted: {mounted.stderr}")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def locked_sqlite(url):
    with sqlalchemy.create_engine(url, future=True).connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield
        connection.rollback()


@contextmanager
def locked_postgresql(url):
    with sqlalchemy.create_engine(url, future=True).begin() as connection:
        connection.execute(text("LOCK TABLE conversations, events"))
        yield


@contextmanager
def full(url):
    """Fill the small disk that the file lies on."""
    filler = Path(make_url(url).database).with_suffix(".filler")
    with filler.open("wb") as file, suppress(OSError):
        while True:
            os.write(file.fileno(), bytes(1024))
    yield
    filler.unlink()


@contextmanager
def lost(url):
    path = Path(make_url(url).database)
    away = path.rename(path.with_suffix(".away"))
    yield
    away.rename(path)


def endure(people, failing, reason, seconds):
    """Let people talk before, during and after a failure; return how many messages were refused meanwhile."""
    people.talk(["before"])
    assert people.refused == []
    with ThreadPoolExecutor(2) as pool, failing:
        talking = pool.submit(people.talk, [f"during {number}" for number in range(MESSAGES)])
        life = pool.submit(people.slowest_life, seconds)
        response = people.ready()
        assert response.status_code == 503
        assert re.search(reason, response.json()["error"]["message"])
        assert life.result() < QUICK_SECONDS
    talking.result()
    refused = len(people.refused)
    people.recover()
    people.send_again()
    assert people.refused == []
    people.talk(["after"])
    # Slow rather than failing, a message may be refused after all; sent again it is recalled.
    people.send_again()
    assert people.refused == []
    return refused


@pytest.mark.parametrize(
    ("fail", "reason"),
    [
        (locked_sqlite, "too slow|locked"),
        (lost, "can't be opened"),
    ],
)
def test_sqlite(on_sqlite, sqlite, fail, reason):
    people = People(on_sqlite.address)
    assert endure(people, fail(sqlite), reason, 7) > 0
    assert answered_once(sqlite, people.answered) == PEOPLE * (MESSAGES + 2)


def test_a_full_disk(serve, small_disk):
    database = f"sqlite:///{small_disk / 'conversations.db'}"
    people = People(serve(database).address)
    assert endure(people, full(database), "full", 3) > 0
    assert answered_once(database, people.answered) == PEOPLE * (MESSAGES + 2)


@pytest.mark.parametrize(
    ("fail", "reason"),
    [
        (lambda proxy, url: locked_postgresql(url), "too slow"),
        (lambda proxy, url: proxy.cut(), "can't be reached"),
        (lambda proxy, url: proxy.held_up(), "too slow"),
    ],
    ids=["locked", "stopped", "held up"],
)
def test_postgresql(behind_proxy, postgresql, proxy, fail, reason):
    people = People(behind_proxy.address)
    assert endure(people, fail(proxy, postgresql), reason, 7) > 0
    assert answered_once(postgresql, people.answered) == PEOPLE * (MESSAGES + 2)


def test_a_lock_that_is_short_is_only_waited_for(on_sqlite, sqlite):
    people = People(on_sqlite.address)
    with ThreadPoolExecutor(1) as pool, locked_sqlite(sqlite):
        talking = pool.submit(people.talk, ["1"])
        assert people.slowest_life(1) < QUICK_SECONDS
    talking.result()
    assert people.refused == []
    assert answered_once(sqlite, people.answered) == PEOPLE


def test_the_web_chat_is_told_as_well(on_sqlite, sqlite):
    address = f"{on_sqlite.address}/api/chat/{'b' * 32}"
    message = {"id": str(uuid.uuid4()), "message": "/faq/contact"}
    with lost(sqlite):
        asked = [
            httpx.post(f"{address}/messages", json=message),
            httpx.get(f"{address}/history"),
            httpx.delete(address),
            httpx.post(f"{address}/feedback", json={"event": 1, "helpful": True}),
        ]
    assert [(response.status_code, response.json()["error"]["code"]) for response in asked] == [(503, "not_taken")] * 4
    assert len(httpx.post(f"{address}/messages", json=message).json()["events"]) == 2
