"""The engine's thread: turns go on elsewhere, with the day that was fixed for them and the errors that they end in."""

import asyncio
import time
from datetime import date

import pytest

from bot import clock
from bot.engine import EngineThread, Message, NoReplyError, Turn

TURN_SECONDS = 0.3


class Busy:
    """An engine that computes for a while, and notes what day it is."""

    async def answer(self, message, dialogue, *, paused=False):
        if message.text == "silence":
            raise NoReplyError("no reply")
        until = time.monotonic() + TURN_SECONDS
        while time.monotonic() < until:
            pass
        return Turn((), [{"day": clock.today(), "paused": paused, "known": dialogue}])


@pytest.fixture
def engine():
    thread = EngineThread(Busy())
    yield thread
    thread.close()


def test_who_asks_goes_on_meanwhile(engine):
    async def count():
        turn, count = asyncio.create_task(engine.answer(Message("a", "?"), [])), 0
        while not turn.done():
            await asyncio.sleep(0.01)
            count += 1
        return count

    assert asyncio.run(count()) > 3


def test_a_turn_is_of_the_day_that_was_fixed(engine):
    with clock.fixed(date(2025, 1, 2)):
        turn = asyncio.run(engine.answer(Message("a", "?"), [{"event": "x"}], paused=True))
    assert turn.new == [{"day": date(2025, 1, 2), "paused": True, "known": [{"event": "x"}]}]


def test_a_turn_that_fails_fails_for_who_asked(engine):
    with pytest.raises(NoReplyError):
        asyncio.run(engine.answer(Message("a", "silence"), []))
