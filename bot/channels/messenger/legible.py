"""Readings of kanji where there is no switch for them, and nothing can be shown above the line."""

from bot.answers.readings import IN_BRACKETS, with_readings
from bot.content.language import known_languages


def legible(text: str, language: str) -> str:
    """Return a text with its readings in brackets, in a language that always shows them; any other as it is."""
    always = known_languages()[language].furigana == "always"
    return with_readings(text, language, IN_BRACKETS) if always else text
