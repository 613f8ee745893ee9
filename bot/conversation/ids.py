"""A conversation's id carries its channel, so that no two channels' ids ever meet."""

from typing import Literal

Channel = Literal["web", "rest", "line"]


def conversation_id(channel: Channel, key: str) -> str:
    """Return the id of the conversation that a channel calls by this key: `web:…`, `rest:…`, `line:…`."""
    return f"{channel}:{key}"
