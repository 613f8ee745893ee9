"""A My Number split over messages: what was said last is remembered, in memory only, until the next is masked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from bot.privacy.masking import found, may_hold, without
from bot.privacy.recogniser import MASK, Span

# Twelve digits with what may stand between them.
LONGEST_TAIL = 120
MOST_CONVERSATIONS = 10_000


class Recent:
    """The ends of the last messages of the conversations under way; those silent longest are forgotten first."""

    def __init__(self, most: int = MOST_CONVERSATIONS) -> None:
        """Remember at most so many conversations."""
        self._tails: OrderedDict[str, str] = OrderedDict()
        self._most = most

    def mask(self, conversation: str, text: str) -> str:
        """Return the next message of a conversation with all personal data masked, what it completes too.

        What an earlier message said can't be taken back; what this one adds to it is masked.
        """
        before = self._tails.pop(conversation, "") + "\n"
        numbered = may_hold(text)
        completed = list(_completed(before, text)) if numbered else []
        masked = without(text, [*found(text), *completed]) if numbered else text
        # A message that comes twice completes it twice. What was masked is no part of another number.
        tail = before[:-1] if completed else (before + masked).rpartition(MASK)[2]
        self._tails[conversation] = tail[-LONGEST_TAIL:]
        if len(self._tails) > self._most:
            self._tails.popitem(last=False)
        return masked

    def forget(self, conversation: str) -> None:
        """Forget what a conversation said."""
        self._tails.pop(conversation, None)


def _completed(before: str, text: str) -> Iterator[Span]:
    """Yield what of a text is personal because of what was said before."""
    for start, end in found(before + text):
        if end > len(before):
            yield Span(max(0, start - len(before)), end - len(before))
