"""The dated parameters, read once from `parameters.yml`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

from actions.eligibility.decision import Source

T = TypeVar("T", int, date)


class Parameter(BaseModel, Generic[T]):
    """A number or date with its source, and the last day of which the leaflets say anything about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: T
    source: Source
    horizon: date | None = None

    def past_horizon(self, day: date) -> bool:
        """Tell whether the leaflets say nothing about the day any more."""
        return self.horizon is not None and day > self.horizon


class Parameters(BaseModel):
    """Every parameter; see `parameters.yml` for what each means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    new_cards_end: Parameter[date]
    old_cards_end: Parameter[date]
    kouki_cards_end: Parameter[date]
    kouki_certificates_end: Parameter[date]
    phones_start: Parameter[date]
    certificate_years: Parameter[int]
    new_data_days: Parameter[int]
    certificate_birthdays: Parameter[int]
    card_birthdays: Parameter[int]
    minor_card_birthdays: Parameter[int]
    adult_age: Parameter[int]
    doubtful_age: Parameter[int]
    renewable_months: Parameter[int]
    grace_months: Parameter[int]
    lapse_months: Parameter[int]
    express_weeks: Parameter[int]
    ordinary_months: Parameter[int]
    reissue_fee: Parameter[int]
    infant_years: Parameter[int]


@lru_cache
def parameters() -> Parameters:
    """Return the parameters."""
    text = Path(__file__).with_name("parameters.yml").read_text("utf-8")
    return Parameters.model_validate(yaml.safe_load(text))
