"""What all facts have in common."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from actions.eligibility.decision import Value

Card = Literal["at_hand", "on_phone_only", "lost", "renewing", "none"]
Scheme = Literal["society", "kokuho", "kouki"]
SCHEMES: tuple[Scheme, ...] = ("society", "kokuho", "kouki")


class Facts(BaseModel):
    """Facts of a case; None is "not known". Unknown names are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def known(self) -> dict[str, Value]:
        """Return the facts that are known, by name."""
        return {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}
