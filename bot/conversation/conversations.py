"""A conversation's turns: each message is stored, answered once, and stored with its replies, whole or not at all."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from functools import partial
from typing import TypeVar

from bot import clock
from bot.conversation.bells import Bell, Bells, LocalBells
from bot.conversation.honesty import honestly
from bot.conversation.locks import Locks
from bot.conversation.measured import count_turn, measured
from bot.conversation.room import Room
from bot.engine import Engine, EngineThread, Message
from bot.privacy.masking import mask
from bot.privacy.recent import Recent
from bot.store.calls import Calls, StoreError
from bot.store.conversations import Begun, Claim, ConversationStore, Held
from bot.store.event import Author, Body, Event, Page, State

# A turn takes milliseconds. One that is not over by then is taken for dead; should it end after all, it stores nothing.
CLAIM_SECONDS = 5
# How long a message waits for those before it: a person's patience, and less than the widget's.
WAIT_SECONDS = 20
LOOK_SECONDS = 0.2
Done = TypeVar("Done")


class Conversations:
    """The conversations of every channel."""

    def __init__(
        self,
        engine: Engine | EngineThread,
        store: ConversationStore,
        calls: Calls,
        bells: Bells | None = None,
        room: Room | None = None,
    ) -> None:
        self._engine = engine
        self._store = store
        self._calls = calls
        self.locks = Locks()
        self.bells = bells or LocalBells()
        self.room = room or Room()
        self._recent = Recent()

    async def say(self, message: Message, shown: str | None = None) -> list[Event]:
        """Take a person's message, once however often it is sent, and answer it; return it with its replies.

        There are none where an agent is speaking.

        Args:
            message: what the assistant is told; without an id it is new.
            shown: what people see as said, where it isn't that.

        Raises:
            NotTakenError: if the store fails, or the conversation is busy for too long.
            FullError: if more messages are waiting than can be answered in time.
            NoReplyError: if the assistant fails to answer.
        """
        with measured(message.sender), self.room.place():
            return await self._say(message, shown)

    async def _say(self, message: Message, shown: str | None) -> list[Event]:
        text = self._recent.mask(message.sender, message.text)
        message = replace(message, text=text, id=message.id or uuid.uuid4().hex)
        body = _body(shown or message.text, language=message.language)
        return await self._in_order(message.sender, str(message.id), partial(self._in_room, message, body))

    async def tell(
        self,
        conversation: str,
        author: Author,
        text: str,
        *,
        message: str | None = None,
        in_reply_to: str | None = None,
    ) -> Event:
        """Tell the person something besides the turns, once for each message id.

        Raises:
            NotTakenError: if the store fails.
        """
        key, at, now = message or uuid.uuid4().hex, _at(), clock.instant()
        with honestly():
            told = await self._calls.run(self._store.add, conversation, author, key, _body(text), at, now, in_reply_to)
        await self.bells.ring(conversation)
        return told

    async def hand_to(self, conversation: str, state: State) -> None:
        """Let somebody else speak to the person, after the turn that is under way: the assistant or an agent.

        Raises:
            NotTakenError: if the store fails, or the conversation is busy for too long.
        """
        await self._between_turns(conversation, lambda claim: self._store.hand_to(conversation, state, claim))

    async def read(self, conversation: str, after: int = 0) -> Page:
        """Return what was said after an event, who speaks, and whether an answer is being worked on.

        Raises:
            NotTakenError: if the store fails.
        """
        with honestly():
            return await self._calls.run(self._store.read, conversation, after, clock.instant())

    def listen(self, conversation: str) -> AbstractContextManager[Bell]:
        """Give a listener a bell that rings when there is something to read."""
        return self.bells.listen(conversation)

    async def forget(self, conversation: str) -> None:
        """Delete what was said in a conversation and all that is known of it, after the turn that is under way.

        Raises:
            NotTakenError: if the store fails, or the conversation is busy for too long.
        """
        self._recent.forget(conversation)
        await self._between_turns(conversation, lambda claim: self._store.clear(conversation, claim))
        with honestly():
            await self._calls.run(self._store.scrub)

    async def beginning_with(self, prefix: str) -> list[str]:
        """Return the ids of the conversations that begin so.

        Raises:
            NotTakenError: if the store fails.
        """
        with honestly():
            return await self._calls.run(self._store.beginning_with, prefix)

    async def _in_room(self, message: Message, body: Body) -> list[Event] | None:
        """Take a message's turn when one more may be taken; else as `_take`."""
        async with self.room.turn():
            return await self._take(message, body)

    async def _take(self, message: Message, body: Body) -> list[Event] | None:
        """Take a message's turn; return None if another is under way or ours was taken for dead."""
        conversation, key = message.sender, str(message.id)
        # Whoever came first to this process looks first, and so has the earlier place.
        async with self.locks.hold(conversation):
            claim = _claim()
            begun = await self._calls.run(self._store.begin, conversation, key, body, _at(), claim)
        if isinstance(begun, Held):
            return None
        if not isinstance(begun, Begun):
            return begun
        await self.bells.ring(conversation)
        try:
            return await self._answer(message, begun, claim)
        finally:
            await self.bells.ring(conversation)

    async def _answer(self, message: Message, begun: Begun, claim: Claim) -> list[Event] | None:
        conversation, key = message.sender, str(message.id)
        try:
            # The clock is read once: whatever is decided and said in a turn, it is of one day.
            with clock.fixed(clock.today()):
                turn = await self._engine.answer(message, begun.dialogue, paused=begun.state == "agent")
            bodies = [reply.body() for reply in turn.replies]
            events = await self._calls.run(self._store.finish, conversation, key, claim, bodies, turn.new, _at())
        except StoreError:
            # Nor would it take that the turn is given up; its claim runs out by itself.
            raise
        except Exception:
            await self._calls.run(self._store.release, conversation, claim)
            raise
        if events is not None:
            count_turn(conversation, turn.replies)
        return events

    async def _between_turns(self, conversation: str, change: Callable[[Claim], bool]) -> None:
        key = uuid.uuid4().hex

        async def try_it() -> bool | None:
            async with self.locks.hold(conversation):
                return await self._calls.run(change, _claim(key)) or None

        await self._in_order(conversation, key, try_it)
        await self.bells.ring(conversation)

    async def _in_order(self, conversation: str, key: str, attempt: Callable[[], Awaitable[Done | None]]) -> Done:
        """Try something until those before are done, and not for ever; the store gives each their place."""
        with honestly():
            async with asyncio.timeout(WAIT_SECONDS):
                if (done := await attempt()) is not None:
                    return done
                with self.listen(conversation) as bell:
                    while (done := await attempt()) is None:
                        await _next_ring(bell)
                        # Many may wait: only the first of them writes.
                        while await self._calls.run(self._store.must_wait, conversation, key, _claim(key)):
                            await _next_ring(bell)
                    return done


async def _next_ring(bell: Bell) -> None:
    """Wait until a bell rings, or for a while: who was before may be dead, and rings none."""
    with suppress(TimeoutError):
        async with asyncio.timeout(LOOK_SECONDS):
            await bell.wait()
    bell.clear()


def _body(text: str, **custom: str | None) -> Body:
    return {"text": mask(text), "buttons": [], "custom": custom}


def _at() -> str:
    return clock.now().isoformat(timespec="seconds")


def _claim(key: str | None = None) -> Claim:
    now = clock.instant()
    return Claim(key or uuid.uuid4().hex, now, now + CLAIM_SECONDS)
