"""The channels as a client has them, where each message may go to another process."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle

import httpx
import pytest

from tests.channels.line.stand_in import signed
from tests.conversation.people import ADDRESS

PATIENCE_SECONDS = 180
# One for all: making a client takes longer than a turn. Each message has its own connection: any worker may take it.
CLIENT = httpx.Client(timeout=30, limits=httpx.Limits(max_connections=None, max_keepalive_connections=0))


class Rest:
    """REST with a message's id."""

    prefix = "rest:"

    def person(self):
        return uuid.uuid4().hex

    def say(self, process, person, text, key):
        body = {"sender": person, "message": text, "message_id": key, "metadata": {"language": "ja"}}
        response = CLIENT.post(f"{process.address}{ADDRESS}", json=body)
        assert response.status_code == 200, response.text
        return [reply["text"] for reply in response.json()]


class Web:
    """The web chat."""

    prefix = "web:"

    def person(self):
        return uuid.uuid4().hex

    def post(self, process, person, text, key):
        body = {"id": key, "message": text, "language": "ja"}
        return CLIENT.post(f"{process.address}/api/chat/{person}/messages", json=body)

    def say(self, process, person, text, key):
        response = self.post(process, person, text, key)
        assert response.status_code == 200, response.text
        return [event["text"] for event in response.json()["events"] if event["from"] == "assistant"]


def persist(processes, person, key):
    """Say something to one process after another until it is answered."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    for process in cycle(processes):
        try:
            if Web().post(process, person, "/faq/contact", key).is_success:
                return
        except httpx.TransportError:
            pass
        if time.monotonic() > deadline:
            pytest.fail("a message was never answered")
        time.sleep(0.1)


class Line:
    """LINE, which tells and is answered later."""

    prefix = "line:"

    def __init__(self, platform):
        self._platform = platform
        self._told = {}

    def person(self):
        return f"U{uuid.uuid4().hex}"

    def say(self, process, person, text, key):
        # What is told twice is the same event.
        event = self._told.setdefault(key, self._platform.text(person, text, key=key))
        assert CLIENT.post(f"{process.address}/line/webhook", **signed([event])).status_code == 200
        return []

    def wait(self, person, count):
        """Wait until somebody got so many answers."""
        self._platform.wait_for(lambda: len(self.answers(person)) >= count)

    def answers(self, person):
        return [sent for sent in self._platform.sent if sent.to == person]


def all_at_once(calls):
    """Make calls at the same time; return their results in order."""
    with ThreadPoolExecutor(len(calls)) as pool:
        return [call.result() for call in [pool.submit(*call) for call in calls]]
