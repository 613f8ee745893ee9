"""The shapes of what LINE takes, with their limits: `limits.yml`."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.content.files import read_as

LIMITS = Path(__file__).with_name("limits.yml")


class Beside(BaseModel):
    """What holds of a field where one of others is there too."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fields: tuple[str, ...]
    most: int


class FieldShape(BaseModel):
    """What a field takes; `limits.yml` says what each line means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    is_: str | None = Field(None, alias="is")
    list_: str | None = Field(None, alias="list")
    map_: str | None = Field(None, alias="map")
    required: bool = False
    least: int | None = None
    most: int | None = None
    counted: Literal["utf16", "graphemes"] = "utf16"
    one_of: tuple[str, ...] = ()
    matches: str | None = None
    only: tuple[str, ...] = ()
    beside: Beside | None = None
    with_: dict[str, dict[str, Any]] = Field(default={}, alias="with")

    def narrowed(self, limits: dict[str, Any]) -> FieldShape:
        """Return what it takes where further limits hold."""
        return self.model_copy(update=limits)


def _brief(value: Any) -> Any:
    return {"is": value} if isinstance(value, str) else value


class Shape(BaseModel):
    """An object's fields; by the field `type`, those of a kind besides."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: dict[str, str] = {}
    either: tuple[str, ...] = ()
    bytes: int | None = None
    fields: dict[str, Annotated[FieldShape, BeforeValidator(_brief)]] = {}


class Shapes(BaseModel):
    """Every shape by its name, and the patterns that strings may have to match."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    patterns: dict[str, str]
    shapes: dict[str, Shape]

    @cached_property
    def kind_of(self) -> dict[str, tuple[str, str]]:
        """Of each shape that is a kind of another: that other, and the kind's name."""
        return {shape: (parent, kind) for parent, entry in self.shapes.items() for kind, shape in entry.kinds.items()}


@lru_cache
def shapes() -> Shapes:
    """Return the table."""
    return read_as(Shapes, LIMITS)
