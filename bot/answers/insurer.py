"""What differs by insurer, and how it gets into a text."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel.dates import format_date
from pydantic import BaseModel, ConfigDict

from bot.answers.leaflets import Source
from bot.content import read_yaml
from bot.languages import languages
from bot.project import DATA

Localised = dict[str, str]
PLACEHOLDER = re.compile(r"\{([a-z_.]+)\}")


class Fact(BaseModel):
    """A fact that a single insurer gives: the value, whose word it is, and where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: int | date | Localised
    by: Localised
    source: Source

    def shown(self, language: str) -> str:
        """Return the value as the language writes it."""
        if isinstance(self.value, dict):
            return self.value[language]
        if isinstance(self.value, date):
            return format_date(self.value, "long", languages()[language].locale)
        return str(self.value)


class Insurer(BaseModel):
    """The insurer that runs this assistant, and the facts that are its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Localised
    telephone: str | None
    hours: Localised | None
    facts: dict[str, Fact]

    def contact(self, language: str) -> str:
        """Return the name, with telephone and hours where they are known."""
        details = [self.telephone, self.hours[language] if self.hours else None]
        known = "、".join(filter(None, details)) if language == "ja" else ", ".join(filter(None, details))
        return f"{self.name[language]} ({known})" if known else self.name[language]

    def fill(self, text: str, language: str) -> str:
        """Return the text with its placeholders filled.

        `{insurer}` is the name, `{insurer_contact}` name and telephone, `{fact.NAME}` a fact's value and
        `{by.NAME}` the insurer that gives it.

        Raises:
            KeyError: if the text has a placeholder that nothing fills.
        """
        return PLACEHOLDER.sub(lambda match: self._value(match[1], language), text)

    def facts_in(self, text: str) -> list[Fact]:
        """Return the facts that a text leans on."""
        names = (key.partition(".")[2] for key in PLACEHOLDER.findall(text))
        return [self.facts[name] for name in dict.fromkeys(names) if name]

    def _value(self, key: str, language: str) -> str:
        kind, _, name = key.partition(".")
        if kind == "fact":
            return self.facts[name].shown(language)
        if kind == "by":
            return self.facts[name].by[language]
        return {"insurer": self.name[language], "insurer_contact": self.contact(language)}[key]


@lru_cache
def insurer(path: Path = DATA / "insurer.yml") -> Insurer:
    """Return the insurer of this installation."""
    return Insurer(**read_yaml(path))
