"""Warming up: every language's words and a check have been seen before anybody asks, and nothing of it is kept."""

import asyncio
import gc

from bot.content.language import languages
from bot.engine import Engine, EngineThread, Turn
from bot.engine.warm_up import NOBODY, settled, warm_up


class Noting:
    """An engine that notes what it is asked."""

    def __init__(self):
        self.asked = []

    async def answer(self, message, dialogue, *, paused=False):
        self.asked.append((message.language, message.text))
        return Turn((), [])


def test_every_language_is_read_and_checked_in():
    noting = Noting()
    asyncio.run(warm_up(EngineThread(noting)))
    for language in languages():
        texts = [text for asked, text in noting.asked if asked == language]
        assert any(text.startswith("/check_") for text in texts)
        assert any(not text.startswith("/") for text in texts)


def test_nothing_is_kept(engine: Engine):
    asyncio.run(warm_up(EngineThread(engine)))
    assert engine.remembered(NOBODY) == []


def test_what_is_loaded_is_not_looked_through_for_garbage_until_the_end():
    with settled():
        assert gc.get_freeze_count() > 10_000
        assert len(gc.get_objects(generation=2)) < 1_000
    assert gc.get_freeze_count() == 0
