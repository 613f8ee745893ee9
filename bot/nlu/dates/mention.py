"""A date that somebody wrote, as far as they wrote it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LEAP_YEAR = 2024


@dataclass(frozen=True)
class DateMention:
    """Year, month and day as far as they were given, and the words that gave them."""

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None

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

    @property
    def whole(self) -> date | None:
        """Return the date, if it was given whole and is possible."""
        if self.impossible or self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def upcoming(self, today: date) -> date | None:
        """Return the date; where the year was left out, the next time that it comes."""
        return self.whole or self._in_years(today, (today.year + distance for distance in range(9)), ahead=True)

    def latest(self, today: date) -> date | None:
        """Return the date; where the year was left out, the last time that it was."""
        return self.whole or self._in_years(today, (today.year - distance for distance in range(9)), ahead=False)

    def _in_years(self, today: date, years: Iterable[int], *, ahead: bool) -> date | None:
        if self.year is not None:
            return None
        found = (DateMention(self.text, year, self.month, self.day).whole for year in years)
        return next((day for day in found if day and (day >= today if ahead else day <= today)), None)
