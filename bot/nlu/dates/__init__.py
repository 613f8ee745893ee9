"""Dates and ages as people write them."""

from bot.nlu.dates.ages import age_in_years, age_pattern
from bot.nlu.dates.mention import DateMention
from bot.nlu.dates.parser import find_dates

__all__ = ["DateMention", "age_in_years", "age_pattern", "find_dates"]
