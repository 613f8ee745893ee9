"""What channels accept from outside: a text, an id, and a language that the assistant knows or speaks."""

import re
from collections.abc import Callable, Iterable
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.content.language import known_languages, languages
from bot.privacy.masking import found, mask

MOST_CHARACTERS = 2000
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# Figures among letters are a random id's; a person's number stands alone.
LETTERS_AND_FIGURES = re.compile(r"[0-9]*[A-Za-z][0-9A-Za-z]*")


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


def written_date(day: object) -> object:
    """Return the day, if it is written as a date; numbers are no dates, though they could be read as seconds.

    Raises:
        ValueError: if it isn't.
    """
    if isinstance(day, str) and not DATE.fullmatch(day):
        raise ValueError("write the date as YYYY-MM-DD")
    return day


def among(choices: Callable[[], Iterable[str]]) -> Callable[[str], str]:
    """Return what checks that a language is one of those; its ValueError names them."""

    def checked(language: str) -> str:
        if language not in choices():
            raise ValueError(f"unknown language; use one of {', '.join(choices())}")
        return language

    return checked


def nameless(key: str) -> str:
    """Return an id, if it holds nothing personal: an id can't be masked, for it would be another's.

    Raises:
        ValueError: if it does.
    """
    if not UUID.fullmatch(key) and found(LETTERS_AND_FIGURES.sub(" ", key)):
        raise ValueError("must not hold twelve digits that could be a My Number")
    return key


Text = Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS), AfterValidator(speakable), AfterValidator(mask)]
Id = Annotated[str, AfterValidator(nameless)]
# In one without answers the assistant says so.
Language = Annotated[str, AfterValidator(among(known_languages))]
SpokenLanguage = Annotated[str, AfterValidator(among(languages))]
