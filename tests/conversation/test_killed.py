"""A process that is killed in the middle of turns, again and again: nothing is lost, nothing is answered twice."""

import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.conversation.people import ADDRESS, answered_once
from tests.process import Process

pytestmark = pytest.mark.slow

PEOPLE, MESSAGES, KILLS = 6, 25, 2
TRY_AGAIN_SECONDS = 0.1
PATIENCE_SECONDS = 400
# Long enough for some turns, too short for all.
UP_SECONDS = 0.4


class Rest:
    """REST with a message's id."""

    prefix = "rest:"

    def post(self, address, sender, key):
        body = {"sender": sender, "message": "/faq/contact", "message_id": key}
        return httpx.post(f"{address}{ADDRESS}", json=body, timeout=20)


class Web:
    """The web chat."""

    prefix = "web:"

    def post(self, address, sender, key):
        body = {"id": key, "message": "/faq/contact"}
        return httpx.post(f"{address}/api/chat/{sender}/messages", json=body, timeout=20)


def send(channel, address, sender, key):
    """Send a message until it is answered, as a client does that keeps what wasn't."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            response = channel.post(address, sender, key)
        except httpx.TransportError:
            response = None
        if response is not None and response.status_code == 200:
            return
        assert response is None or response.status_code == 503
        time.sleep(TRY_AGAIN_SECONDS)
    pytest.fail("a message was never answered")


@pytest.mark.parametrize(
    ("database", "channel"),
    [("sqlite", Rest()), ("postgresql", Web())],
    indirect=["database"],
    ids=["sqlite, rest", "postgresql, web"],
)
def test_nothing_is_lost_or_answered_twice(model, database, channel):
    process, over = Process(database), threading.Event()
    said = {uuid.uuid4().hex: [str(uuid.uuid4()) for _ in range(MESSAGES)] for _ in range(PEOPLE)}

    def talk(sender):
        for key in said[sender]:
            send(channel, process.address, sender, key)

    def kill():
        kills = 0
        while kills < KILLS and not over.wait(UP_SECONDS):
            process.kill()
            process.start()
            kills += 1
        return kills

    try:
        with ThreadPoolExecutor(PEOPLE + 1) as pool:
            killing = pool.submit(kill)
            list(pool.map(talk, said))
            over.set()
            assert killing.result() == KILLS, "everybody had finished before the last kill"
    finally:
        process.kill()
    kept = {f"{channel.prefix}{sender}": keys for sender, keys in said.items()}
    assert answered_once(database, kept) == PEOPLE * MESSAGES
