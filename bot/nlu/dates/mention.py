"""A date that somebody wrote, as far as they wrote it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

LEAP_YEAR = 2024


@dataclass(frozen=True)
class DateMention:
    """Year, month and day as far as they were given, the words that gave them, and where in the message they begin."""

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    start: int = 0

    @property
    def end(self) -> int:
        """Return where in the message the words end."""
        return self.start + len(self.text)

    @property
    def impossible(self) -> bool:
        """Tell whether no calendar has such a date: a 13th month, 30 February, a year before 1800."""
        if self.year is not None and not 1800 <= self.year <= 2200:
            return True
        if self.month is None:
            return self.day is not None
        if not 1 <= self.month <= 12:
            return True
        return self.day is not None and not 1 <= self.day <= monthrange(self.year or LEAP_YEAR, self.month)[1]

    def over(self, today: date) -> DateMention:
        """Return the date with the year in which it was last, where the year was left out."""
        if self.year is not None or self.month is None or self.impossible:
            return self
        passed = (self.month, self.day or 1) <= (today.month, today.day)
        return replace(self, year=today.year if passed else today.year - 1)
