"""In a storm every message is answered once and in order, though the process is killed twice in the middle of it."""

import time

import pytest

from tests.channels.line.conftest import environment, rows
from tests.channels.line.small_app import TOKEN_SECONDS
from tests.channels.line.stand_in import Moods
from tests.channels.line.storm import MESSAGES, SMALL, Process, raging, storm, users

pytestmark = pytest.mark.slow

PEOPLE = 200
ANSWERED_SECONDS = 400


def test_every_message_is_answered_once_and_in_order(platform, store):
    platform.moods = Moods(fails=0.02, forgets=0.02, hangs=0.005, most_a_second=150, token_seconds=TOKEN_SECONDS)
    process = Process(SMALL, environment(platform, store))
    process.start()
    result = raging(process.address, storm(platform, PEOPLE, lambda user, place: f"{user}.{place}"))
    # Once while it takes what is told, and once while it answers.
    platform.wait_for(lambda: len(rows(store, "inbox")) > PEOPLE, ANSWERED_SECONDS)
    process.kill()
    process.start()
    platform.wait_for(lambda: len(platform.sent) > PEOPLE * MESSAGES / 2, ANSWERED_SECONDS)
    process.kill()
    process.start()
    platform.wait_for(lambda: len(platform.sent) >= PEOPLE * MESSAGES, ANSWERED_SECONDS)
    told = result.result()
    # What is sent twice comes a little later.
    time.sleep(1)
    process.kill()
    print(told)
    wanted = {user: [f"{user}.{place} (ja)" for place in range(MESSAGES)] for user in users(PEOPLE)}
    assert {user: platform.said(user) for user in users(PEOPLE)} == wanted
    assert platform.refused == []
    assert told.untaken > 0
