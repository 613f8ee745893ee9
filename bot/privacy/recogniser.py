"""What finds personal data in a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

# What stands in a text where personal data stood.
MASK = "[＊＊＊]"


class Span(NamedTuple):
    """A part of a text, from `start` up to `end`, counted in characters."""

    start: int
    end: int


class Recogniser(Protocol):
    """Finds one kind of personal data, however it is written."""

    def find(self, text: str) -> Sequence[Span]:
        """Return where it stands in the text, as people wrote it."""
        ...

    def may_begin_or_go_on(self, text: str) -> bool:
        """Tell whether anything in the text can be a part of it, whatever is said before; quicker than to find it."""
        ...
