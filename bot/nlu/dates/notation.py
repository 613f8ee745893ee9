"""How dates are written in Japan, whatever the language around them: `data/dates.yml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.content.files import read_as
from bot.project import DATA

Letter = Annotated[str, Field(min_length=1, max_length=1)]


class Era(BaseModel):
    """A Japanese era.

    Attributes:
        name: in Japanese.
        latin: in Latin letters.
        letter: the letter that stands for it: R7.
        first: its first year; it is also the last of the era before.
        last: the year in which it ended; None where it hasn't.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    latin: str
    letter: Letter
    first: int
    last: int | None = None


class Notation(BaseModel):
    """What `data/dates.yml` says.

    Attributes:
        eras: the eras, the oldest first.
        first_year: what an era's first year is called.
        numerals: signs that are digits.
        multipliers: signs that multiply the digit before them.
        counted: what a number of these signs counts, so that it is one.
        parts: patterns that others are made of, by the name they have there.
        patterns: how dates are written.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    eras: tuple[Era, ...]
    first_year: str
    numerals: dict[Letter, Annotated[int, Field(ge=0, le=9)]]
    multipliers: dict[Letter, int]
    counted: tuple[str, ...]
    parts: dict[str, str] = {}
    patterns: tuple[str, ...]


@lru_cache
def notation() -> Notation:
    """Return what `data/dates.yml` says.

    Raises:
        ContentError: if the file doesn't have its form.
    """
    return read_as(Notation, DATA / "dates.yml")
