"""`madoguchi serve --workers 2`: one address, two processes behind it, each replaced when it dies."""

import os
import signal
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.process import Process
from tests.processes.channels import Web, persist
from tests.processes.kept import assert_kept

pytestmark = pytest.mark.slow

MESSAGES, PEOPLE = 10, 4
REPLACED_SECONDS, STOPPED_SECONDS = 120, 60
# As people who read what they are told, so that the workers that start get something of the processor too.
PAUSE_SECONDS = 0.3


@pytest.fixture(scope="module")
def served(model, stores):
    process = Process(stores.database, stores.environment, "--workers", "2")
    yield process
    # Killed, it could not end its workers.
    process.stop(STOPPED_SECONDS)


def workers(process):
    """Return the processes that serve, children of the one that looks after them."""
    children = Path(f"/proc/{process.id}/task/{process.id}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_a_worker_that_is_killed_loses_nothing_and_is_replaced(served, stores):
    before = workers(served)
    assert len(before) == 2
    people = {uuid.uuid4().hex: [str(uuid.uuid4()) for _ in range(MESSAGES)] for _ in range(PEOPLE)}

    def talk(person):
        for place, key in enumerate(people[person]):
            if place == MESSAGES // 2 and person == next(iter(people)):
                os.kill(before[0], signal.SIGKILL)
            persist([served], person, key)

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(talk, people))
    assert_kept(stores.database, people)
    deadline = time.monotonic() + REPLACED_SECONDS
    while len(workers(served)) < 2:
        assert time.monotonic() < deadline, "it was not replaced"
        time.sleep(0.1)
    assert before[0] not in workers(served) and before[1] in workers(served)


def test_workers_are_replaced_one_after_another_and_nobody_has_to_say_anything_again(served, stores):
    before = set(workers(served))
    people = {uuid.uuid4().hex: [] for _ in range(PEOPLE)}
    deadline = time.monotonic() + REPLACED_SECONDS

    def talk(person):
        while before & set(workers(served)):
            assert time.monotonic() < deadline, "they were not replaced"
            people[person].append(str(uuid.uuid4()))
            assert Web().post(served, person, "/faq/contact", people[person][-1]).is_success
            time.sleep(PAUSE_SECONDS)

    os.kill(served.id, signal.SIGHUP)
    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(talk, people))
    assert len(workers(served)) == 2
    assert min(map(len, people.values())) > MESSAGES
    assert_kept(stores.database, people)
