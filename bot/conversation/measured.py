"""Count how messages end; outcomes, languages and channels, never words or ids."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot import metrics
from bot.conversation.honesty import NotTakenError
from bot.conversation.ids import channel_of
from bot.conversation.room import FullError
from bot.engine import NoReplyError, Reply

NO_LANGUAGE = "none"


@contextmanager
def measured(conversation: str) -> Iterator[None]:
    """Count how long what runs inside takes, and that it is refused or fails where it is."""
    channel, start = channel_of(conversation), time.perf_counter()
    try:
        yield
    except NoReplyError:
        metrics.turns.labels(channel, NO_LANGUAGE, "failed").inc()
        raise
    except NotTakenError as error:
        count_refusal(channel, error)
        raise
    metrics.turn_seconds.labels(channel).observe(time.perf_counter() - start)


def count_refusal(channel: str, error: NotTakenError) -> None:
    """Count that something wasn't taken, and whether for want of room."""
    metrics.refused.labels(channel, "busy" if isinstance(error, FullError) else "not_taken").inc()


def count_turn(conversation: str, replies: Sequence[Reply]) -> None:
    """Count a turn that was answered. One in which anything said is for an emergency counts as that."""
    said = sorted((reply.basis for reply in replies), key=lambda basis: basis.outcome != "emergency")
    language, outcome = (said[0].language, said[0].outcome) if said else (NO_LANGUAGE, "silent")
    metrics.turns.labels(channel_of(conversation), language, outcome).inc()
