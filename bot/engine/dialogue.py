"""What Rasa knows of a conversation, and how it is kept short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

# Rasa's events as data, those of the latest session, oldest first.
Dialogue = Sequence[dict[str, Any]]

# About twelve turns: few enough that the cost stays flat, more than any dialogue rule looks back.
MOST_EVENTS = 80
OFFER = "utter_offer"


def latest_session(dialogue: Dialogue) -> Dialogue:
    """Return the events since the latest session began."""
    starts = [place for place, event in enumerate(dialogue) if event["event"] == SessionStarted.type_name]
    return dialogue[starts[-1] :] if starts else dialogue


def new_session(tracker: DialogueStateTracker, most_events: int = MOST_EVENTS) -> list[Event]:
    """Return the events that begin a new session where one has grown long; none elsewhere.

    Stock Rasa reads a session whole at each turn, and walks it whole for each prediction, so a turn gets slower and
    slower (RasaHQ/rasa#6334, #4101). A person doesn't notice a new session: slots are carried over, and it only begins
    where no check is going on and no question is open.
    """
    if len(tracker.events) <= most_events or not _at_rest(tracker):
        return []
    return [
        # Rasa's own start of a session carries over each value that a slot ever had.
        ActionExecuted(ACTION_SESSION_START_NAME),
        SessionStarted(),
        *(SlotSet(slot.name, slot.value) for slot in tracker.slots.values() if slot.has_been_set),
        ActionExecuted(ACTION_LISTEN_NAME),
    ]


def _at_rest(tracker: DialogueStateTracker) -> bool:
    """Tell whether the next message will be understood without what was said before."""
    actions = [event.action_name for event in tracker.applied_events() if isinstance(event, ActionExecuted)]
    return tracker.active_loop is None and actions[-1:] == [ACTION_LISTEN_NAME] and actions[-2:-1] != [OFFER]
