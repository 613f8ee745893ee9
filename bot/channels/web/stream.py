"""A conversation as Server-Sent Events: what was missed, then what is said from now on."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import AsyncIterator

import anyio
from sse_starlette import EventSourceResponse, JSONServerSentEvent, ServerSentEvent

from bot.channels.web.conversations import Conversations
from bot.channels.web.event import shown

RETRY_MILLISECONDS = 2000
PING_SECONDS = 15
SEND_SECONDS = 30
LEAVE_SECONDS = 5


def live(conversations: Conversations, conversation: str, after: int) -> EventSourceResponse:
    """Return the response that sends what was said after a number, until the client or the server leaves."""
    leaving = anyio.Event()

    async def wake() -> None:
        await leaving.wait()
        with conversations.rooms.enter(conversation) as room:
            room.ring()

    return EventSourceResponse(
        _events(conversations, conversation, after, leaving),
        data_sender_callable=wake,
        shutdown_event=leaving,
        shutdown_grace_period=LEAVE_SECONDS,
        ping=PING_SECONDS,
        ping_message_factory=lambda: ServerSentEvent(comment="ping"),
        send_timeout=SEND_SECONDS,
    )


async def _events(
    conversations: Conversations, conversation: str, after: int, leaving: anyio.Event
) -> AsyncIterator[ServerSentEvent]:
    """Yield the events after a number. All are read from the store when the bell rings: none is lost or doubled."""
    typing = False
    yield ServerSentEvent(retry=RETRY_MILLISECONDS)
    with conversations.rooms.enter(conversation) as room, room.listening() as bell:
        while not leaving.is_set():
            bell.clear()
            page = await to_thread(conversations.chats.read, conversation, after)
            if page.cleared is not None:
                after = page.cleared
                yield JSONServerSentEvent({}, event="cleared", id=str(after))
            for event in page.events:
                after = event.n
                yield JSONServerSentEvent(shown(event).model_dump(by_alias=True), event="message", id=str(after))
            if typing != room.typing:
                typing = room.typing
                yield JSONServerSentEvent({"on": typing}, event="typing")
            await bell.wait()
