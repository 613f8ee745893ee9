"""Birthdays, months and ends of months."""

from __future__ import annotations

from calendar import isleap
from datetime import date

from dateutil.relativedelta import relativedelta


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the month's last where that month is shorter."""
    return day + relativedelta(months=months)


def end_of_month(day: date) -> date:
    """Return the last day of the month."""
    return day + relativedelta(day=31)


def birthday_in(year: int, month: int, day: int) -> date:
    """Return the birthday in a year; 28 February for somebody born on the 29th where there is none.

    The leaflets say nothing of 29 February; the earlier day is the safe one.
    """
    return date(year, month, 28 if (month, day) == (2, 29) and not isleap(year) else day)


def nth_birthday_after(start: date, month: int, day: int, count: int) -> date:
    """Return the nth birthday after a day; a birthday on the day itself is not counted."""
    this_year = birthday_in(start.year, month, day)
    first = start.year if this_year > start else start.year + 1
    return birthday_in(first + count - 1, month, day)


def age_on(day: date, born_on: date) -> int:
    """Return somebody's age in whole years on a day."""
    return day.year - born_on.year - (day < birthday_in(day.year, born_on.month, born_on.day))
