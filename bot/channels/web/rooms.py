"""Who is here: for each conversation that is in use, whose turn it is and who listens."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Room:
    """A conversation in use in this process. What was said is in the store; the room only tells when to look."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.typing = False
        self.people = 0
        self._bells: set[asyncio.Event] = set()

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """Give a listener a bell that rings when there is something to look at."""
        bell = asyncio.Event()
        self._bells.add(bell)
        try:
            yield bell
        finally:
            self._bells.remove(bell)

    def ring(self) -> None:
        """Wake everybody who listens."""
        for bell in self._bells:
            bell.set()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Show listeners that an answer is being worked on."""
        self.typing = True
        self.ring()
        try:
            yield
        finally:
            self.typing = False
            self.ring()


class Rooms:
    """The rooms of this process; one exists as long as somebody is in it."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = {}

    def __contains__(self, conversation: str) -> bool:
        return conversation in self._rooms

    @contextmanager
    def enter(self, conversation: str) -> Iterator[Room]:
        """Enter a conversation's room; the last to leave it closes it."""
        room = self._rooms.setdefault(conversation, Room())
        room.people += 1
        try:
            yield room
        finally:
            room.people -= 1
            if not room.people:
                del self._rooms[conversation]
