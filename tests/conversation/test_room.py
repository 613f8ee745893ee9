"""The room: few messages are worked on, some wait, and what is beyond is refused at once, with nothing kept of it."""

import asyncio
import uuid
from contextlib import asynccontextmanager

import pytest

from bot.conversation.conversations import Conversations
from bot.conversation.honesty import NotTakenError
from bot.conversation.ids import conversation_id
from bot.conversation.room import TURNS_AT_ONCE, FullError, Room
from bot.engine import Message, NoReplyError
from bot.store.calls import Calls
from bot.store.conversations import ConversationStore
from bot.store.database import open_database

PLACES = TURNS_AT_ONCE + 2


class Busy:
    """An engine that works on every message until it is let go, and then has no reply."""

    def __init__(self):
        self.working, self.go = 0, asyncio.Event()

    async def answer(self, message, dialogue, *, paused=False):
        self.working += 1
        await self.go.wait()
        self.working -= 1
        raise NoReplyError("none")


@asynccontextmanager
async def crowd(database, people):
    """Let people talk to a busy engine; yield the conversations, the engine and what will become of what they said."""
    opened, calls, engine = open_database(database), Calls(), Busy()
    conversations = Conversations(engine, ConversationStore(opened), calls, room=Room(PLACES))
    talking = [asyncio.create_task(conversations.say(said())) for _ in range(people)]
    while engine.working < min(people, TURNS_AT_ONCE):
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    yield conversations, engine, talking
    engine.go.set()
    await asyncio.gather(*talking, return_exceptions=True)
    calls.close()
    opened.dispose()


def said():
    return Message(conversation_id("rest", uuid.uuid4().hex), "hello")


async def ends(talking):
    return [type(end) for end in await asyncio.gather(*talking, return_exceptions=True)]


def test_few_are_worked_on_at_once_and_the_others_get_their_turn(sqlite):
    async def run():
        async with crowd(sqlite, PLACES) as (_, engine, talking):
            assert engine.working == TURNS_AT_ONCE
            engine.go.set()
            return await ends(talking)

    assert asyncio.run(run()) == [NoReplyError] * PLACES


def test_one_that_finds_no_place_is_refused_at_once_and_nothing_of_it_is_kept(sqlite):
    async def run():
        message = said()
        async with crowd(sqlite, PLACES) as (conversations, _, _):
            async with asyncio.timeout(0.5):
                with pytest.raises(FullError):
                    await conversations.say(message)
                with pytest.raises(FullError):
                    conversations.room.refuse_if_full()
            return await conversations.read(message.sender)

    assert asyncio.run(run()).events == []


def test_a_place_is_given_back_however_a_turn_ends(sqlite):
    async def run():
        async with crowd(sqlite, PLACES) as (conversations, engine, talking):
            talking.pop().cancel()
            await asyncio.sleep(0)
            conversations.room.refuse_if_full()
            engine.go.set()
            await ends(talking)
            with pytest.raises(NoReplyError):
                await conversations.say(said())

    asyncio.run(run())


def test_whoever_waits_for_the_database_may_wait_for_room_too():
    assert issubclass(FullError, NotTakenError)
