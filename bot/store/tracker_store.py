"""Rasa's conversations in SQL, at a cost a turn that doesn't grow with the conversation.

Stock Rasa reads a session whole at each turn, and walks it whole for each prediction, so a turn gets slower and slower
(RasaHQ/rasa#6334, #4101). Here a long session is closed and another begun, which a person doesn't notice: slots are
carried over, and it only happens where no check is going on and no question is open.
"""

from __future__ import annotations

from typing import Any

from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

# About twelve turns: few enough that the cost stays flat, more than any dialogue rule looks back.
MOST_EVENTS = 80
OFFER = "utter_offer"


class SessionTrackerStore(SQLTrackerStore):
    """A tracker store that begins a new session when one has grown long."""

    def __init__(self, *args: Any, most_events: int = MOST_EVENTS, **kwargs: Any) -> None:
        """Create the store; `most_events` is how long a session may grow, the rest is Rasa's own."""
        super().__init__(*args, **kwargs)
        self._most_events = most_events

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the new events, and begin a new session if this one has grown long."""
        await super().save(tracker)
        if len(tracker.events) > self._most_events and _at_rest(tracker):
            for event in _new_session(tracker):
                tracker.update(event, self.domain)
            await super().save(tracker)


def _at_rest(tracker: DialogueStateTracker) -> bool:
    """Tell whether the next message will be understood without what was said before."""
    actions = [event.action_name for event in tracker.applied_events() if isinstance(event, ActionExecuted)]
    return tracker.active_loop is None and actions[-1:] == [ACTION_LISTEN_NAME] and actions[-2:-1] != [OFFER]


def _new_session(tracker: DialogueStateTracker) -> list[Event]:
    """Return the events of a new session. Rasa's own carries over each value that a slot ever had."""
    return [
        ActionExecuted(ACTION_SESSION_START_NAME),
        SessionStarted(),
        # Made after the start: a session is read back by time.
        *(SlotSet(slot.name, slot.value) for slot in tracker.slots.values() if slot.has_been_set),
        ActionExecuted(ACTION_LISTEN_NAME),
    ]
