"""A process is killed, Redis stops, PostgreSQL is slow while people talk to two processes: all is answered once."""

import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from redis.connection import parse_url
from sqlalchemy.engine import make_url

from tests.databases import new_postgresql, redis_url
from tests.processes.channels import persist
from tests.processes.conftest import two_of_them
from tests.processes.kept import assert_kept
from tests.processes.test_live import follow
from tests.proxy import Proxy

pytestmark = pytest.mark.slow

PEOPLE, MESSAGES = 6, 12
# A live connection that looks by itself, and what may come on top of it.
LOOKED_SECONDS = 10


@pytest.fixture(scope="module")
def database():
    with new_postgresql() as url:
        yield url


@pytest.fixture(scope="module")
def proxies(database):
    """Return the ways to PostgreSQL and to Redis."""
    url, redis = make_url(database), parse_url(redis_url())
    return Proxy(url.host, url.port or 5432), Proxy(redis["host"], redis.get("port", 6379))


@pytest.fixture(scope="module")
def two(model, database, proxies):
    postgresql, redis = proxies
    behind = str(make_url(database).set(host="127.0.0.1", port=postgresql.port))
    started = two_of_them(behind, {"REDIS_URL": f"redis://127.0.0.1:{redis.port}"})
    yield started
    for process in started:
        process.kill()


def talk(two):
    """Let people talk, each message to the other process than the one before; return what they said."""
    people = {uuid.uuid4().hex: [str(uuid.uuid4()) for _ in range(MESSAGES)] for _ in range(PEOPLE)}

    def tell(person):
        for place, key in enumerate(people[person]):
            persist(two if place % 2 else two[::-1], person, key)

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(tell, people))
    return people


def test_a_process_that_is_killed(two, database):
    killer = threading.Timer(0.3, lambda: (two[0].kill(), two[0].start()))
    killer.start()
    people = talk(two)
    killer.join()
    assert_kept(database, people)


def test_a_slow_postgresql(two, database, proxies):
    with proxies[0].slow(0.02):
        people = talk(two)
    assert_kept(database, people)


def test_a_redis_that_stops(two, database, proxies):
    person, seen = uuid.uuid4().hex, []

    def see(listener):
        start = time.monotonic()
        listener.texts(2)
        seen.append(time.monotonic() - start)

    listener = follow(two[1], person)
    persist(two, person, str(uuid.uuid4()))
    see(listener)
    with proxies[1].cut():
        people = talk(two)
        persist(two, person, str(uuid.uuid4()))
        see(listener)
    assert_kept(database, people)
    # It is connected anew by itself.
    time.sleep(LOOKED_SECONDS)
    persist(two, person, str(uuid.uuid4()))
    see(listener)
    listener.close()
    assert seen[1] < LOOKED_SECONDS
    assert max(seen[0], seen[2]) < 1
    told = two[1].stop(20)
    two[1].start()
    assert told.count("live events don't cross processes by Redis") == 1
    assert told.count("live events cross processes again by Redis") == 1
