"""The channel's own parts as a process, with a small engine that repeats what was said and costs what a turn costs.

Run as `python -m tests.channels.line.small_app PORT`.
"""

import asyncio
import sys
import time
from contextlib import asynccontextmanager
from datetime import date

import uvicorn
from fastapi import FastAPI

from bot.channels.counts import Counts
from bot.channels.entrance import Entrance
from bot.channels.limits import Limits
from bot.channels.line import answering, routes
from bot.channels.line.account import open_account
from bot.channels.not_taken import tell_what_was_not_taken
from bot.conversation.conversations import Conversations
from bot.engine import EngineThread, NoReplyError, Reply, Turn
from bot.logs import start_log
from bot.settings import settings
from bot.store.calls import Calls
from bot.store.conversations import ConversationStore
from bot.store.database import open_database

TURN_SECONDS = 0.02
# A loaded machine may take longer to start again than a token of LINE lives.
TOKEN_SECONDS = 600
DAY = date(2026, 11, 30)


class SmallEngine:
    """Repeats what was said. `slowly` takes its time, `silence` gets no reply."""

    async def answer(self, message, dialogue, *, paused=False):
        if message.text == "silence":
            raise NoReplyError("no reply")
        if message.text == "slowly":
            await asyncio.sleep(2)
        # A turn keeps the process busy.
        until = time.perf_counter() + TURN_SECONDS
        while time.perf_counter() < until:
            pass
        language = message.language or "ja"
        basis = {"outcome": "answered", "language": language, "as_of": DAY, "confidence": 1.0}
        new = {"event": "user", "text": message.text, "timestamp": time.time(), "parse_data": {}}
        if paused:
            return Turn((), [new])
        return Turn((Reply(text=f"{message.text} ({language})", custom=basis),), [new])


@asynccontextmanager
async def lifespan(app):
    start_log()
    database, calls = open_database(settings().database), Calls()
    app.state.conversations = Conversations(EngineThread(SmallEngine()), ConversationStore(database), calls)
    if settings().line:
        async with open_account(settings().line, app.state.conversations, database, calls) as app.state.line:
            yield
    else:
        yield
    calls.close()
    database.dispose()


def small_app():
    """Return the application."""
    app = FastAPI(lifespan=lifespan)
    app.state.entrance = Entrance((), Limits(Counts(None), (), (), (), behind_proxy=False))
    app.include_router(routes.router)
    tell_what_was_not_taken(app)
    return app


if __name__ == "__main__":
    answering.TOKEN_SECONDS = TOKEN_SECONDS
    uvicorn.run(small_app(), port=int(sys.argv[1]), ws="none", log_config=None, access_log=False)
