"""Numbers that are said in parts: thirty four, two hundred and four, 千二百三十四."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

TIMES = (10, 100, 1000)
ENDLESS = 10**9


class _Sum:
    """A number while it is being said.

    Attributes:
        done: what can no longer change; `last` is the part being said.
        room: below what a value must be to be added; `most`, to multiply the last part.
    """

    def __init__(self, value: int) -> None:
        self.done, self.last, self.count = 0, value, 1
        self.room, self.most = _room(value), ENDLESS

    @property
    def value(self) -> int:
        return self.done + self.last

    def takes(self, value: int) -> bool:
        """Take the value as a part of this number, if it can be one."""
        if value in TIMES and 0 < self.last < 10 and value < self.most:
            self.last, self.room = self.last * value, value
        elif 0 < value < self.room:
            self.done, self.last = self.value, value
            self.room, self.most = _room(value), self.room
        else:
            return False
        self.count += 1
        return True


def compose(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the numbers that a row of values says, each with how many values it took.

    A value joins the one before where it multiplies it (two, hundred) or fits below it (twenty, four); else it begins
    another number (one, two).
    """
    said: _Sum | None = None
    for value in values:
        if said and said.takes(value):
            continue
        if said:
            yield said.value, said.count
        said = _Sum(value)
    if said:
        yield said.value, said.count


def _room(value: int) -> int:
    return next((unit for unit in reversed(TIMES) if value and value % unit == 0), 1)
