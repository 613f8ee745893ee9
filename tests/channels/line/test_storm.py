"""In a storm every message is answered once and in order, though the process is killed in the middle of it."""

import asyncio
import threading
import time

from tests.channels.line.conftest import environment
from tests.channels.line.small_app import TOKEN_SECONDS
from tests.channels.line.stand_in import Moods
from tests.channels.line.storm import MESSAGES, SMALL, Process, Storm

PEOPLE = 200
QUICK_SECONDS = 0.3
ANSWERED_SECONDS = 180


def test_every_message_is_answered_once_and_in_order(platform, store):
    platform.moods = Moods(fails=0.02, forgets=0.02, hangs=0.005, most_a_second=150, token_seconds=TOKEN_SECONDS)
    process = Process(SMALL, environment(platform, store))
    process.start()
    storm = Storm(platform, process.address, PEOPLE)
    raging = threading.Thread(target=lambda: asyncio.run(storm.rage()))
    raging.start()
    platform.wait_for(lambda: len(storm.seconds) > PEOPLE and len(platform.sent) > 10, ANSWERED_SECONDS)
    process.kill()
    process.start()
    raging.join()
    platform.wait_for(lambda: len(platform.sent) >= PEOPLE * MESSAGES, ANSWERED_SECONDS)
    time.sleep(1)
    process.kill()
    print(storm.told())
    wanted = {user: [f"{user}.{place} (ja)" for place in range(MESSAGES)] for user in storm.users}
    assert {user: platform.said(user) for user in storm.users} == wanted
    assert platform.refused == []
    assert storm.untaken > 0
    assert storm.slowest(0.95) < QUICK_SECONDS
