"""What a conversation was about: the question answered last, the fact asked for."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

REQUESTED = "requested_slot"
# Replies since which something else is talked about.
REACH = 3
# What a check asks for while it waits for somebody to be well.
WELL = "well"


def last_question(tracker: DialogueStateTracker | None) -> str | None:
    """Return the question answered last, `topic.question`, within the latest replies; None where there is none."""
    if tracker is None:
        return None
    replies = [event for event in tracker.events if isinstance(event, BotUttered)][-REACH:]
    answered = (custom["questions"][-1] for event in reversed(replies) if (custom := _custom(event)).get("questions"))
    name = next(answered, None)
    return name.replace("/", ".") if name else None


def asked_fact(tracker: DialogueStateTracker | None) -> str | None:
    """Return the fact that a check asks for; while the check waits for an emergency, the one asked for before it."""
    requested: str | None = tracker.get_slot(REQUESTED) if tracker and REQUESTED in tracker.slots else None
    if tracker is None or requested != WELL:
        return requested
    replies = (event for event in reversed(tracker.events) if isinstance(event, BotUttered))
    return next((custom["ask"]["fact"] for event in replies if (custom := _custom(event)).get("ask")), None)


def last_language(tracker: DialogueStateTracker | None) -> str | None:
    """Return the language of the latest reply: of a button Rasa keeps no language."""
    replies = (event for event in reversed(tracker.events if tracker else []) if isinstance(event, BotUttered))
    return next((language for event in replies if (language := _custom(event).get("language"))), None)


def _custom(event: BotUttered) -> dict[str, Any]:
    return (event.data or {}).get("custom") or {}
