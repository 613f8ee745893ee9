"""The dated parameters, read once from `parameters.yml`: each a series of values by the day from which it holds."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from actions.eligibility.decision import Source


class Dated(BaseModel):
    """A value and the first day on which it holds; the first of a series holds before, too."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    since: date = Field(date.min, alias="from")
    value: int | date


class Parameter(BaseModel):
    """A number or date as it changes, with its source, and the last day of which the leaflets say anything about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    series: tuple[Dated, ...] = Field(min_length=1)
    source: Source
    horizon: date | None = None

    def on(self, day: date) -> int | date:
        """Return the value that holds on a day."""
        begun = (entry for entry in self.series if entry.since <= day)
        return max(begun, key=lambda entry: entry.since, default=self.series[0]).value

    def past_horizon(self, day: date) -> bool:
        """Tell whether the leaflets say nothing about the day any more."""
        return self.horizon is not None and day > self.horizon


class Parameters(BaseModel):
    """Every parameter's value on a day; see `parameters.yml` for what each means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    new_cards_end: date
    old_cards_end: date
    kouki_cards_end: date
    kouki_certificates_end: date
    phones_start: date
    certificate_years: int
    new_data_days: int
    certificate_birthdays: int
    card_birthdays: int
    minor_card_birthdays: int
    adult_age: int
    doubtful_age: int
    renewable_months: int
    grace_months: int
    lapse_months: int
    express_weeks: int
    ordinary_months: int
    reissue_fee: int
    infant_years: int
    kouki_age: int
    old_card_return_end: date


@lru_cache
def register() -> dict[str, Parameter]:
    """Return every parameter with its series."""
    text = Path(__file__).with_name("parameters.yml").read_text("utf-8")
    return {name: Parameter.model_validate(entry) for name, entry in yaml.safe_load(text).items()}


@lru_cache(maxsize=1024)
def parameters(day: date) -> Parameters:
    """Return the values that hold on a day."""
    return Parameters.model_validate({name: parameter.on(day) for name, parameter in register().items()})
