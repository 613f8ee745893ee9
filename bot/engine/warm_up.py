"""What a first turn would load is loaded before anybody waits for it."""

from __future__ import annotations

from actions.eligibility.checks import CHECKS
from bot.content.essentials import essentials
from bot.content.language import languages
from bot.engine.engine_thread import EngineThread
from bot.engine.message import Message

NOBODY = "warm-up"


async def warm_up(engine: EngineThread) -> None:
    """Take turns that nobody sees, in every language with answers: words that all models look at, and a check.

    They are taken in the engine's own thread, for some of what is loaded belongs to a thread.
    """
    for language in languages():
        for text in (next(iter(essentials(language).says.values())), f"/{next(iter(CHECKS))}"):
            await engine.answer(Message(NOBODY, text, language), [])
