"""What measured fractions must reach, and must not exceed, by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.content.files import read_as


class Bounds(BaseModel):
    """The bounds of one language's fractions, by the name that `report` gives them.

    Attributes:
        at_least: what they must reach.
        at_most: what they must not exceed.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    at_least: dict[str, float] = {}
    at_most: dict[str, float] = {}


def read_bounds(path: Path) -> dict[str, Bounds]:
    """Read a file of bounds by language.

    Raises:
        ContentError: if it says something else; the message names the file.
    """
    return read_as(dict[str, Bounds], path)


def overstepped(report: Mapping[str, Mapping[str, Any]], bounds: Mapping[str, Bounds]) -> list[str]:
    """Return a line for each bound that the fractions of a report don't keep, or that nothing was measured for."""
    return [line for language, bound in bounds.items() for line in _of_one(language, report.get(language, {}), bound)]


def _of_one(language: str, fractions: Mapping[str, Any], bounds: Bounds) -> Iterator[str]:
    for name, least in bounds.at_least.items():
        if not _measured(fractions, name) or fractions[name] < least:
            yield f"{language}: {name} is {_said(fractions, name)}, at least {least} is wanted"
    for name, most in bounds.at_most.items():
        if not _measured(fractions, name) or fractions[name] > most:
            yield f"{language}: {name} is {_said(fractions, name)}, at most {most} is allowed"


def _measured(fractions: Mapping[str, Any], name: str) -> bool:
    return fractions.get(name) is not None


def _said(fractions: Mapping[str, Any], name: str) -> str:
    return str(fractions[name]) if _measured(fractions, name) else "not measured"
