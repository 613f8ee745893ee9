"""The one place that reads the clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.settings import settings

TOKYO = ZoneInfo("Asia/Tokyo")


def today() -> date:
    """Return today's date in Asia/Tokyo, or the day that `MADOGUCHI_TODAY` fixes."""
    return settings().today or datetime.now(TOKYO).date()
