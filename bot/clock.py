"""The one place that reads the clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.settings import settings

TOKYO = ZoneInfo("Asia/Tokyo")


def now() -> datetime:
    """Return the time in Asia/Tokyo; on the day that `MADOGUCHI_TODAY` fixes, where it does."""
    time, day = datetime.now(TOKYO), settings().today
    return datetime.combine(day, time.timetz()) if day else time


def today() -> date:
    """Return today's date in Asia/Tokyo, or the day that `MADOGUCHI_TODAY` fixes."""
    return now().date()
