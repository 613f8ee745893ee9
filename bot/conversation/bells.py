"""Bells: who follows a conversation is told when there is something to look at. What it is, the store tells."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol


class Bell(Protocol):
    """A listener's bell."""

    async def wait(self) -> object:
        """Wait until it rings."""
        ...

    def clear(self) -> None:
        """Make it silent again."""
        ...


class Bells(Protocol):
    """The bells of every conversation."""

    def __contains__(self, conversation: str) -> bool:
        """Tell whether somebody listens here."""
        ...

    async def ring(self, conversation: str) -> None:
        """Ring every bell of a conversation."""
        ...

    def listen(self, conversation: str) -> AbstractContextManager[Bell]:
        """Give a listener a bell."""
        ...


class LocalBells:
    """The bells of this process; one exists as long as somebody listens."""

    def __init__(self) -> None:
        self._bells: dict[str, set[asyncio.Event]] = {}

    def __contains__(self, conversation: str) -> bool:
        return conversation in self._bells

    @property
    def conversations(self) -> Collection[str]:
        """The conversations that somebody listens to."""
        return list(self._bells)

    async def ring(self, conversation: str) -> None:
        """Ring every bell of a conversation."""
        self.sound(conversation)

    def sound(self, conversation: str) -> None:
        """Ring every bell of a conversation, here only."""
        for bell in self._bells.get(conversation, ()):
            bell.set()

    def sound_all(self) -> None:
        """Ring every bell: something may have happened unheard."""
        for conversation in self._bells:
            self.sound(conversation)

    @contextmanager
    def listen(self, conversation: str) -> Iterator[asyncio.Event]:
        """Give a listener a bell."""
        bell = asyncio.Event()
        bells = self._bells.setdefault(conversation, set())
        bells.add(bell)
        try:
            yield bell
        finally:
            bells.remove(bell)
            if not bells:
                del self._bells[conversation]
