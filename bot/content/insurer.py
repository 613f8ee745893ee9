"""What differs by insurer, and how it gets into a text."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date
from pydantic import BaseModel, ConfigDict

from bot.content.files import read_as
from bot.content.language import known_languages, localised
from bot.content.source import Source, leaflet_names
from bot.project import DATA

PLACEHOLDER = re.compile(r"\{([a-z_.]+)\}")


class InsurerFact(BaseModel):
    """A fact that a single insurer gives: the value, None where it is words, and where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: int | date | None = None
    source: Source


class Insurer(BaseModel):
    """The insurer that runs this assistant, and the facts that are one insurer's own: `data/insurer.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    telephone: str | None
    facts: dict[str, InsurerFact]


class InsurerWords(BaseModel):
    """What of the insurer is words: `texts/insurer.yml`.

    Attributes:
        name: how sentences name it.
        title: its name as on its signs; none where sentences' name will do.
        reached: its name with its telephone.
        hours: when its telephone is answered; none where it isn't known.
        values: the facts' values that are words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str | None = None
    reached: str = "{name} ({telephone})"
    hours: str | None = None
    values: dict[str, str] = {}


@lru_cache
def insurer() -> Insurer:
    """Return the insurer of this installation."""
    return read_as(Insurer, DATA / "insurer.yml")


@lru_cache
def insurer_words(language: str) -> InsurerWords:
    """Return the insurer's words in a language."""
    path = localised("texts/insurer.yml", language)
    assert path is not None
    return read_as(InsurerWords, path)


def fill(text: str, language: str) -> str:
    """Return a text with its placeholders filled.

    `{insurer}` is the name, `{insurer_contact}` name and telephone, `{fact.NAME}` a fact's value and `{by.NAME}` the
    publisher that gives it.

    Raises:
        KeyError: if the text has a placeholder that nothing fills, which `madoguchi check` forbids.
    """
    return PLACEHOLDER.sub(lambda match: _value(match[1], language), text)


def facts_in(text: str) -> list[InsurerFact]:
    """Return the facts that a text leans on."""
    names = (key.partition(".")[2] for key in PLACEHOLDER.findall(text))
    return [insurer().facts[name] for name in dict.fromkeys(names) if name]


def contact(language: str) -> str:
    """Return the insurer's name, with its telephone where it is known."""
    words, telephone = insurer_words(language), insurer().telephone
    return words.reached.format(name=words.name, telephone=telephone) if telephone else words.name


def _value(key: str, language: str) -> str:
    kind, _, name = key.partition(".")
    if kind == "fact":
        return _shown(name, language)
    if kind == "by":
        return leaflet_names(language)[insurer().facts[name].source.leaflet].publisher
    return {"insurer": insurer_words(language).name, "insurer_contact": contact(language)}[key]


def _shown(name: str, language: str) -> str:
    value = insurer().facts[name].value
    if isinstance(value, date):
        return str(format_date(value, "long", known_languages()[language].locale))
    return insurer_words(language).values[name] if value is None else str(value)
