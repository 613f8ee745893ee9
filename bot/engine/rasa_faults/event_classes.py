"""An event's class is looked up once a name; Rasa walks over every class of events for each event read back."""

from __future__ import annotations

from functools import lru_cache

from rasa.shared.core.events import Event

stock = Event.resolve_by_type
_cached = lru_cache(maxsize=None)(stock)


def mend() -> None:
    """Mend it for this process."""
    Event.resolve_by_type = staticmethod(_cached)
