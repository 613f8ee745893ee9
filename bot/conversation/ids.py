"""A conversation's id carries its channel, so that no two channels' ids ever meet."""

from typing import Literal, get_args

Channel = Literal["web", "rest", "line"]


def conversation_id(channel: Channel, key: str) -> str:
    """Return the id of the conversation that a channel calls by this key: `web:…`, `rest:…`, `line:…`."""
    return f"{channel}:{key}"


def channel_of(conversation: str) -> str:
    """Return the channel that a conversation's id carries; `other` where it carries none."""
    channel = conversation.partition(":")[0]
    return channel if channel in get_args(Channel) else "other"
