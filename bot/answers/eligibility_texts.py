"""What the personal checks say, read from `data/texts/eligibility.yml`."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from babel.dates import format_date, format_skeleton
from pydantic import BaseModel, ConfigDict

from bot.content import read_yaml
from bot.languages import languages
from bot.project import DATA

Localised = dict[str, str]


class FactText(BaseModel):
    """How a fact is called, asked for and found out, and what its values are called."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["choice", "yes_no", "date"]
    label: Localised
    question: Localised
    hint: Localised
    choices: dict[str, Localised] = {}
    states: dict[str, Localised] = {}


class EligibilityTexts(BaseModel):
    """Every text of the checks by its id."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcomes: dict[str, dict[str, Localised]]
    reasons: dict[str, Localised]
    steps: dict[str, Localised]
    dates: dict[str, Localised]
    changes: dict[str, Localised]
    facts: dict[str, FactText]
    headings: dict[str, Localised]


@lru_cache
def eligibility_texts(path: Path = DATA / "texts" / "eligibility.yml") -> EligibilityTexts:
    """Return the texts."""
    return EligibilityTexts(**read_yaml(path))


def shown(value: Any, language: str) -> str:
    """Return a value as the language writes it."""
    if isinstance(value, date):
        return format_date(value, "long", languages()[language].locale)
    return f"{value:,}" if isinstance(value, int) else str(value)


def fill(text: Localised, values: dict[str, Any], language: str) -> str:
    """Return a text with its placeholders filled."""
    return text[language].format(**{name: shown(value, language) for name, value in values.items()}).strip()


def value_label(fact: str, value: Any, language: str) -> str:
    """Return what a fact's value is called: a choice, yes or no, an assumed state, or a date as it is written."""
    texts = eligibility_texts()
    entry, key = texts.facts[fact], str(value).lower() if isinstance(value, bool) else str(value)
    if named := entry.choices.get(key) or entry.states.get(key):
        return named[language]
    if isinstance(value, bool):
        return texts.headings["yes" if value else "no"][language]
    return _partial_date(str(value), language)


# How a date is written of which only a part is known, as CLDR skeletons.
SKELETONS = {"--%m-%d": "MMMMd", "%Y-%m-%d": "yMMMMd", "%Y-%m": "yMMMM", "%Y": "y"}


def _partial_date(value: str, language: str) -> str:
    for pattern, skeleton in SKELETONS.items():
        try:
            # A leap year, so that 29 February can be written without its year.
            day = datetime.strptime(f"2000{value}" if value.startswith("--") else value, pattern.replace("--", "%Y--"))  # noqa: DTZ007
        except ValueError:
            continue
        return format_skeleton(skeleton, day, locale=languages()[language].locale)
    return value
