"""A conversation's turns: each message is stored, answered once, and its replies are stored."""

from __future__ import annotations

from asyncio import to_thread

from bot import clock
from bot.channels.web.event import message_body, reply_body
from bot.channels.web.rooms import Room, Rooms
from bot.engine import Engine, Message
from bot.store.chats import ChatEvent, Chats


class Conversations:
    """The web chat's conversations."""

    def __init__(self, engine: Engine, chats: Chats) -> None:
        self.chats = chats
        self.rooms = Rooms()
        self._engine = engine

    async def say(self, message: Message, shown: str) -> list[ChatEvent]:
        """Answer a message that has an id, once, however often it is sent; return it with its replies.

        Args:
            message: what the assistant is told.
            shown: what people see as said.
        """
        with self.rooms.enter(message.sender) as room:
            async with room.turn:
                return await self._turn(room, message, shown)

    async def clear(self, conversation: str) -> None:
        """Delete a conversation, after the turn that is under way."""
        with self.rooms.enter(conversation) as room:
            async with room.turn:
                await to_thread(self.chats.clear, conversation)
                await self._engine.forget(conversation)
                room.ring()

    async def _turn(self, room: Room, message: Message, shown: str) -> list[ChatEvent]:
        conversation, key = message.sender, str(message.id)
        body = message_body(shown, message.language)
        new = await to_thread(self.chats.add_message, conversation, key, body, clock.now())
        exchange = await to_thread(self.chats.exchange, conversation, key)
        if len(exchange) > 1:
            return exchange
        with room.working():
            replies = [] if new else await self._engine.recall(conversation, key)
            bodies = [reply_body(reply) for reply in replies or await self._engine.ask(message)]
            await to_thread(self.chats.add_replies, conversation, key, bodies, clock.now())
        return await to_thread(self.chats.exchange, conversation, key)
