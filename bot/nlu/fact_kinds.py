"""The facts that a message may tell, and what kind each is: `data/facts.yml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.content.files import read_as
from bot.project import DATA

Lies = Literal["past", "next", "either", "yearly"]


class Kind(BaseModel):
    """What kind a fact is.

    Attributes:
        means_yes: the value that a bare yes gives it; None where a yes is no answer.
        means_no: the value that a bare no gives it.
        date: where a date of it lies that was told without its year; None where it takes no date.
        state: the fact that tells whether a date is over, where its day isn't known.
        planned: whether a plan tells it already.
        from_age: the age from which on an age told with it means yes.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    means_yes: str | None = Field("yes", alias="yes")
    means_no: str | None = Field("no", alias="no")
    date: Lies | None = None
    state: str | None = None
    planned: bool = False
    from_age: int | None = None


@lru_cache
def kinds() -> dict[str, Kind]:
    """Return the kind of every fact, by its name."""
    return read_as(dict[str, Kind], DATA / "facts.yml")
