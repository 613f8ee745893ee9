"""What the personal checks say: `data/languages/<id>/texts/eligibility.yml`."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.content.files import ContentError
from bot.content.language import known_languages
from bot.content.texts import read_texts


class FactText(BaseModel):
    """How a fact is called, asked for and found out, and what its values are called.

    Attributes:
        label: its name.
        question: what asks for it.
        hint: how to find it out.
        why: why it is asked for; none where it never is.
        choices: its values as buttons show them; yes and no have none.
        clauses: its values as conditions, after "if": "you have no card".
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    question: str
    hint: str
    why: str = ""
    choices: dict[str, str] = {}
    clauses: dict[str, str] = {}


class EligibilityTexts(BaseModel):
    """Every text of the checks by its id."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcomes: dict[str, dict[str, str]]
    reasons: dict[str, str]
    steps: dict[str, str]
    dates: dict[str, str]
    changes: dict[str, str]
    facts: dict[str, FactText]
    headings: dict[str, str]


@lru_cache
def eligibility_texts(language: str) -> EligibilityTexts:
    """Return the texts in a language.

    Raises:
        ContentError: if they don't have their form.
    """
    try:
        return EligibilityTexts(**read_texts("eligibility", language, dict[str, Any]))
    except ValidationError as error:
        raise ContentError(f"texts/eligibility.yml of {language}: {error}") from error


def shown(value: Any, language: str) -> str:
    """Return a value as the language writes it."""
    locale = known_languages()[language].locale
    if isinstance(value, date):
        return format_date(value, "long", locale)
    return format_decimal(value, locale=locale) if isinstance(value, int) else str(value)


def fill(text: str, values: dict[str, Any], language: str) -> str:
    """Return a text with its placeholders filled."""
    return text.format(**{name: shown(value, language) for name, value in values.items()}).strip()


def key_of(value: Any) -> str:
    """Return how a value is written as a key, in texts and in what a button sends."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def value_label(fact: str, value: Any, language: str) -> str:
    """Return what a fact's value is called: a choice, yes or no, a number, or a date as it is written."""
    texts = eligibility_texts(language)
    if named := texts.facts[fact].choices.get(key_of(value)):
        return named
    if isinstance(value, bool):
        return texts.headings["yes" if value else "no"]
    return partial_date_label(str(value), language)


# How a date is written of which only a part is known, as CLDR skeletons.
SKELETONS = {"--%m-%d": "MMMMd", "%Y-%m-%d": "yMMMMd", "%Y-%m": "yMMMM", "%Y": "y"}


def partial_date_label(value: str, language: str) -> str:
    """Return a date as a language writes it, as far as it is known; anything else as it is."""
    for pattern, skeleton in SKELETONS.items():
        try:
            # A leap year, so that 29 February can be written without its year.
            day = datetime.strptime(f"2000{value}" if value.startswith("--") else value, pattern.replace("--", "%Y--"))  # noqa: DTZ007
        except ValueError:
            continue
        return format_skeleton(skeleton, day, locale=known_languages()[language].locale)
    return value
