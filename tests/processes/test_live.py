"""Live events cross processes: whoever follows a conversation in one sees what is said to the other, at once."""

import statistics
import time
import uuid

import pytest

from tests.channels.web.chat import Listener
from tests.processes.channels import Web

pytestmark = pytest.mark.slow

ROUNDS = 10
# By a wire; without one it would be what a listener waits until it looks by itself, about a second.
AT_ONCE_SECONDS = 0.5


def follow(process, person, **more):
    return Listener(f"{process.address}/api/chat/{person}/events", **more)


# Processes that were started apart on one SQLite file have no wire.
@pytest.mark.parametrize("stores", ["postgresql", "postgresql+redis"], indirect=True)
def test_what_is_said_to_one_process_is_seen_in_the_other(processes, stores):
    web, person, took = Web(), uuid.uuid4().hex, []
    here, there = processes
    listener = follow(there, person)
    for _ in range(ROUNDS):
        answered = web.say(here, person, "/faq/contact", str(uuid.uuid4()))
        start = time.monotonic()
        assert [text for _, text in listener.texts(2)][1:] == answered
        took.append(time.monotonic() - start)
    assert listener.is_over()
    listener.close()
    assert statistics.median(took) < AT_ONCE_SECONDS


def test_who_comes_back_to_another_process_misses_nothing_and_sees_nothing_twice(processes):
    web, person = Web(), uuid.uuid4().hex
    here, there = processes
    web.say(here, person, "/faq/contact", str(uuid.uuid4()))
    web.say(there, person, "/faq/renewal", str(uuid.uuid4()))
    listener = follow(there, person, headers={"Last-Event-ID": "2"})
    assert [n for n, _ in listener.texts(2)] == [3, 4]
    assert listener.is_over()
    listener.close()
