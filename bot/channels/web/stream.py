"""A conversation as Server-Sent Events: what was missed, then what is said from now on."""

from __future__ import annotations

from collections.abc import AsyncIterator

import anyio
from sse_starlette import EventSourceResponse, JSONServerSentEvent, ServerSentEvent

from bot.channels.web.event import shown
from bot.conversation.conversations import Conversations
from bot.conversation.honesty import NotTakenError

RETRY_MILLISECONDS = 2000
PING_SECONDS = 15
SEND_SECONDS = 30
LEAVE_SECONDS = 5


def live(conversations: Conversations, conversation: str, after: int) -> EventSourceResponse:
    """Return the response that sends what was said after a number, until the client or the server leaves."""
    leaving = anyio.Event()

    async def wake() -> None:
        await leaving.wait()
        await conversations.bells.ring(conversation)

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
    with conversations.listen(conversation) as bell:
        while not leaving.is_set():
            bell.clear()
            try:
                page = await conversations.read(conversation, after)
            except NotTakenError:
                # The client comes back by itself, and goes on where it was.
                return
            if page.cleared is not None:
                after = page.cleared
                yield JSONServerSentEvent({}, event="cleared", id=str(after))
            for event in page.events:
                after = event.n
                yield JSONServerSentEvent(shown(event).model_dump(by_alias=True), event="message", id=str(after))
            if typing != page.working:
                typing = page.working
                yield JSONServerSentEvent({"on": typing}, event="typing")
            await bell.wait()
