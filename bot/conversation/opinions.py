"""What people think of the replies."""

from __future__ import annotations

from bot import clock, metrics
from bot.conversation.honesty import honestly
from bot.store.calls import Calls
from bot.store.feedback import Feedback


class Opinions:
    """Opinions on replies; each has one, the latest."""

    def __init__(self, feedback: Feedback, calls: Calls) -> None:
        self._feedback = feedback
        self._calls = calls

    async def give(self, conversation: str, n: int, helpful: bool, reason: str | None) -> None:
        """Keep what a person thought of a reply, in place of what they thought before.

        Raises:
            NoSuchReplyError: if the conversation has no such reply.
            NotTakenError: if the store fails.
        """
        at = clock.now().isoformat(timespec="seconds")
        with honestly():
            await self._calls.run(self._feedback.give, conversation, n, helpful, reason, at)
        metrics.opinions.labels(str(helpful).lower(), reason or "none").inc()
