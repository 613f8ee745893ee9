"""Rasa's tracker store without a store: a turn is handed what is known, and hands back what is new.

Stock Rasa reads and writes the database itself, on the event loop, in a transaction of its own, and goes on in memory
where that fails. Here the conversation reads the dialogue before the turn and stores what is new together with the
replies, so that a turn is kept whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.dialogue import MOST_EVENTS, Dialogue, new_session


@dataclass
class OpenTurn:
    """The turn that is being taken: what was known before it, and what is new since."""

    known: Dialogue
    new: list[dict[str, Any]] = field(default_factory=list)


_turn: ContextVar[OpenTurn] = ContextVar("turn")


class TurnTrackerStore(TrackerStore):
    """Gives Rasa the dialogue of the turn at hand, and takes its new events."""

    def __init__(self, *args: Any, most_events: int = MOST_EVENTS, **kwargs: Any) -> None:
        """Create the store; `most_events` is how long a session may grow, the rest is Rasa's own."""
        super().__init__(*args, **kwargs)
        self._most_events = most_events

    @contextmanager
    def turn(self, dialogue: Dialogue) -> Iterator[OpenTurn]:
        """Let Rasa go on with a dialogue for what runs inside."""
        opened = OpenTurn(dialogue)
        token = _turn.set(opened)
        try:
            yield opened
        finally:
            _turn.reset(token)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the dialogue as a tracker; None where nothing was said."""
        events = [*_turn.get().known, *_turn.get().new]
        return DialogueStateTracker.from_dict(sender_id, events, self.domain.slots) if events else None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Take the new events, and begin a new session if this one has grown long."""
        self._take(tracker.events)
        for event in new_session(tracker, self._most_events):
            tracker.update(event, self.domain)
        self._take(tracker.events)

    def _take(self, events: Iterable[Event]) -> None:
        turn = _turn.get()
        turn.new += [event.as_dict() for event in islice(events, len(turn.known) + len(turn.new), None)]
