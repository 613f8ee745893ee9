"""Warming up: every language's words and a check have been seen before anybody asks."""

import asyncio

from bot.content.language import languages
from bot.engine import EngineThread, Turn
from bot.engine.warm_up import warm_up


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
