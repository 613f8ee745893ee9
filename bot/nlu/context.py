"""What a conversation was about: the question answered last."""

from __future__ import annotations

from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

# Replies since which something else is talked about.
REACH = 3


def last_question(tracker: DialogueStateTracker | None) -> str | None:
    """Return the question answered last, `topic.question`, within the latest replies; None where there is none."""
    if tracker is None:
        return None
    replies = [event for event in tracker.events if isinstance(event, BotUttered)][-REACH:]
    answered = (custom["questions"][-1] for event in reversed(replies) if (custom := _custom(event)).get("questions"))
    name = next(answered, None)
    return name.replace("/", ".") if name else None


def _custom(event: BotUttered) -> dict[str, list[str]]:
    return (event.data or {}).get("custom") or {}
