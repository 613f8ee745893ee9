"""Dates and ages as people write them."""

from bot.nlu.dates.ages import age_in_years, age_pattern, number_in
from bot.nlu.dates.finding import find_dates
from bot.nlu.dates.mention import DateMention

__all__ = ["DateMention", "age_in_years", "age_pattern", "find_dates", "number_in"]
