"""What every request of a channel passes before it is read: is the channel open, is it too much, is there room."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Request

from bot import metrics
from bot.channels.limits import Limits
from bot.conversation.measured import count_refusal
from bot.conversation.room import FullError, Room

Guard = Callable[[Request], Awaitable[None]]


class ClosedError(Exception):
    """The channel takes nothing for now, by the operator's will."""


@dataclass(frozen=True)
class Entrance:
    """The entrance of an installation.

    Attributes:
        closed: the channels that take nothing.
        limits: how often may be asked.
    """

    closed: tuple[str, ...]
    limits: Limits

    def refuse_if_closed(self, channel: str) -> None:
        """Refuse a request of a closed channel.

        Raises:
            ClosedError: if it is one.
        """
        if channel in self.closed:
            metrics.refused.labels(channel, "closed").inc()
            raise ClosedError(channel)


def is_open(channel: str) -> Guard:
    """Return what refuses everything of a closed channel, as a dependency of its routes; it raises ClosedError."""

    async def guard(request: Request) -> None:
        _entrance(request).refuse_if_closed(channel)

    return guard


def limited(channel: str) -> Guard:
    """Return what refuses too many requests of a channel, as a dependency of its route; it raises TooManyError."""

    async def guard(request: Request) -> None:
        await _entrance(request).limits.count_request(request, channel)

    return guard


def has_room(channel: str) -> Guard:
    """Return what refuses a message that couldn't be answered in time, as a dependency; it raises FullError."""

    async def guard(request: Request) -> None:
        room: Room = request.app.state.room
        try:
            room.refuse_if_full()
        except FullError as error:
            count_refusal(channel, error)
            raise

    return guard


async def count_message(request: Request, conversation: str) -> None:
    """Count a message of a conversation.

    Raises:
        TooManyError: if there were too many of late.
    """
    await _entrance(request).limits.count_message(conversation)


def _entrance(request: Request) -> Entrance:
    entrance: Entrance = request.app.state.entrance
    return entrance
