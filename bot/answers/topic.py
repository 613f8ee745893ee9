"""One topic: a question that people have, and its answer in every language and for every day."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.answers.leaflets import Source


class Variant(BaseModel):
    """An answer's text by language, for the days from `from_` until `until`, both included."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    from_: date = Field(default=date.min, alias="from")
    until: date = date.max
    text: dict[str, str]

    def covers(self, day: date) -> bool:
        """Tell whether the text holds on that day."""
        return self.from_ <= day <= self.until


class Topic(BaseModel):
    """A topic file: `data/answers/<group>/<topic>.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    topic: str
    audience: Literal["patient", "staff"]
    title: dict[str, str]
    follow_ups: tuple[str, ...]
    sources: tuple[Source, ...] = Field(min_length=1)
    answers: tuple[Variant, ...] = Field(min_length=1)

    def on(self, day: date) -> Variant:
        """Return the variant that holds on a day.

        Raises:
            LookupError: if the ranges leave the day out, which `madoguchi check` forbids.
        """
        for variant in self.answers:
            if variant.covers(day):
                return variant
        raise LookupError(f"{self.topic}: no answer for {day}")
