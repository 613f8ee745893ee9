"""Turn a message away before it is read, where it couldn't be answered in time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Request

from bot.conversation.conversations import Conversations
from bot.conversation.ids import Channel
from bot.conversation.measured import count_refusal
from bot.conversation.room import FullError


def room_in(channel: Channel) -> Callable[[Request], Awaitable[None]]:
    """Return what refuses a channel's message while there is no room for it, as a dependency of its route.

    It raises FullError.
    """

    async def refuse_if_full(request: Request) -> None:
        conversations: Conversations = request.app.state.conversations
        try:
            conversations.room.refuse_if_full()
        except FullError as error:
            count_refusal(channel, error)
            raise

    return refuse_if_full
