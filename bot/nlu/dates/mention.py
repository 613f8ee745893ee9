"""A date that somebody wrote, as far as they wrote it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

LEAP_YEAR = 2024


@dataclass(frozen=True)
class DateMention:
    """A date as far as it was given.

    Attributes:
        text: the words that gave it.
        year: None where it was left out, as are month and day.
        month: 1 to 12, if it is possible.
        day: of the month.
        start: where in the message the words begin.
        ambiguous: whether day and month may stand either way round: 12/5.
        weekly: whether it was told by a day of the week.
    """

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    start: int = 0
    ambiguous: bool = False
    weekly: bool = False

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
            return self.day is not None and (self.year is not None or not 1 <= self.day <= 31)
        if not 1 <= self.month <= 12:
            return True
        return self.day is not None and not 1 <= self.day <= monthrange(self.year or LEAP_YEAR, self.month)[1]

    @property
    def whole(self) -> date | None:
        """Return the date, if it was given whole and is possible."""
        if self.impossible or self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def over(self, today: date) -> DateMention:
        """Return the date as it was last, where its year or its month too was left out."""
        if self.weekly:
            there = self.whole
            return self._on(there - timedelta(weeks=1)) if there and there > today else self
        if self.year is not None or self.impossible:
            return self
        if self.month is None:
            return self._on(self._nearest(today, -1)) if self.day else self
        passed = (self.month, self.day or 1) <= (today.month, today.day)
        return replace(self, year=today.year if passed else today.year - 1)

    def to_come(self, today: date) -> DateMention:
        """Return the date as it will be next, where its year or its month too was left out."""
        if self.year is not None or self.impossible:
            return self
        if self.month is None:
            return self._on(self._nearest(today, 1)) if self.day else self
        passed = (self.month, self.day or 31) < (today.month, today.day)
        return replace(self, year=today.year + 1 if passed else today.year)

    def _nearest(self, today: date, step: int) -> date:
        """Return the nearest day from today on, forwards or backwards, that has this number in its month."""
        there = today
        while there.day != self.day:
            there += timedelta(days=step)
        return there

    def _on(self, day: date) -> DateMention:
        return replace(self, year=day.year, month=day.month, day=day.day)

    @property
    def written(self) -> str:
        """Return the date as far as it was given: 2026-12-01, 2021-03, 2021, --05-03 or --05."""
        if self.year is None and self.month is not None:
            return f"--{self.month:02d}-{self.day:02d}" if self.day else f"--{self.month:02d}"
        return "-".join([f"{self.year or 0:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])
