"""A message to learn from that Rasa copies and compares quickly."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.language_detector import LANGUAGE


class Example(Message):
    """A labelled message.

    Rasa copies every example several times while it merges what its importers read, and hashes all that components
    have added to it after each step; with tens of thousands of examples that took a quarter of the training.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> Example:
        """Return a copy with its own places for what will be added; what is there already is never changed."""
        return Example(self.data, set(self.output_properties), self.time, list(self.features))

    def fingerprint(self) -> str:
        """Return what tells the example from others: all that components add follows from it and their settings."""
        told = (self.get(LANGUAGE), self.get(TEXT), self.get(INTENT), self.get(INTENT_RESPONSE_KEY))
        return blake2b(repr((told, sorted(self.data), len(self.features))).encode(), digest_size=16).hexdigest()
