"""Turns in process, without HTTP: `python -m benchmarks.in_process madoguchi|stock MODEL` prints their milliseconds.

Each assistant runs in a process of its own, because Madoguchi mends Rasa's classes where it loads them.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from rasa.core.agent import load_agent
from rasa.core.utils import AvailableEndpoints
from rasa.utils.log_utils import configure_structlog

from benchmarks.messages import WARM_UP, messages
from bot.conversation.conversations import Conversations
from bot.engine import Engine, Message
from bot.quiet import quiet
from bot.store.calls import Calls
from bot.store.conversations import ConversationStore
from bot.store.database import open_database

Ask = Callable[[str, str], Awaitable[object]]


def _madoguchi(model: Path) -> Ask:
    quiet()
    store = ConversationStore(open_database("sqlite:///in_process.db"))
    conversations = Conversations(Engine.load(model), store, Calls())
    return lambda sender, text: conversations.say(Message(sender, text))


async def _stock(model: Path) -> Ask:
    # As `rasa run` does; unconfigured, structlog prints every debug line.
    configure_structlog()
    agent = await load_agent(str(model), endpoints=AvailableEndpoints.read_endpoints("endpoints.yml"))
    return lambda sender, text: agent.handle_text(text, sender_id=sender)


async def _turns(ask: Ask) -> list[float]:
    times = []
    for sender, text in messages():
        start = time.perf_counter()
        await ask(sender, text)
        times.append((time.perf_counter() - start) * 1000)
    return times[WARM_UP:]


async def _measure(kind: str, model: Path) -> list[float]:
    return await _turns(_madoguchi(model) if kind == "madoguchi" else await _stock(model))


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_measure(sys.argv[1], Path(sys.argv[2])))))
