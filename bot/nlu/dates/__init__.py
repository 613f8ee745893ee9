"""Dates as people write them."""

from bot.nlu.dates.mention import DateMention
from bot.nlu.dates.parser import find_dates

__all__ = ["DateMention", "find_dates"]
