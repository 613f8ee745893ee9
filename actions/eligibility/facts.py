"""What all facts have in common."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from actions.eligibility.decision import Value
from actions.eligibility.partial_date import YEARS, PartialDate

Kind = Literal["choice", "yes_no", "date"]
Card = Literal["at_hand", "none", "lost", "renewing", "on_phone_only"]
Scheme = Literal["society", "kokuho", "kouki"]
CARDS: tuple[Card, ...] = get_args(Card)
USABLE_CARDS: tuple[Card, ...] = ("at_hand", "on_phone_only")
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)


class Facts(BaseModel):
    """Facts of a case; None is "not known". Unknown names and years that nobody lives in are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("*")
    @classmethod
    def _within_reach(cls, value: Any) -> Any:
        if isinstance(value, date) and value.year not in YEARS:
            raise ValueError(f"write a year from {YEARS[0]} to {YEARS[-1]}")
        return value

    @classmethod
    def takes(cls, **facts: Any) -> bool:
        """Tell whether these can be facts of a case."""
        try:
            cls(**facts)
        except ValidationError:
            return False
        return True

    @classmethod
    def kind(cls, fact: str) -> Kind:
        """Return what kind of answer a fact takes."""
        kinds = {getattr(kind, "__origin__", kind) for kind in get_args(cls.model_fields[fact].annotation)}
        if bool in kinds:
            return "yes_no"
        return "date" if kinds & {date, PartialDate} else "choice"

    def told(self) -> dict[str, Any]:
        """Return the facts that were told, by name."""
        return {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}

    def known(self) -> dict[str, Value]:
        """Return the facts that are known for every rule: what is told of a date in part only its own rule can read."""
        return {name: value for name, value in self.told().items() if not isinstance(value, PartialDate)}
