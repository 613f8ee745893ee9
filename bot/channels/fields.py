"""What channels accept from outside: a text, and a language that the assistant knows or speaks."""

from typing import Annotated

from pydantic import AfterValidator, Field

from bot.content.language import known_languages, languages

MOST_CHARACTERS = 2000


def speakable(text: str) -> str:
    """Return the text, if something can be made of it.

    Raises:
        ValueError: if it is blank, or has characters that no database keeps.
    """
    if "\x00" in text:
        raise ValueError("must not contain NUL characters")
    if not text.strip():
        raise ValueError("must not be empty")
    return text


def spoken(language: str) -> str:
    """Return the language, if the assistant speaks it.

    Raises:
        ValueError: if it doesn't; the message names those that it speaks.
    """
    if language not in languages():
        raise ValueError(f"unknown language; use one of {', '.join(languages())}")
    return language


def known(language: str) -> str:
    """Return the language, if the assistant knows it; in one without answers it says so.

    Raises:
        ValueError: if it doesn't; the message names those that it knows.
    """
    if language not in known_languages():
        raise ValueError(f"unknown language; use one of {', '.join(known_languages())}")
    return language


Text = Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS), AfterValidator(speakable)]
Language = Annotated[str, AfterValidator(known)]
