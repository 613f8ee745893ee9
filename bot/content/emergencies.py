"""What tells of an emergency, in every known language: `data/languages/<id>/emergencies.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from bot.content.files import read_as
from bot.content.language import LANGUAGES, known_languages

EMERGENCIES = "emergencies.yml"
Kind = Literal["now", "unsure", "none"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class EmergencyFile(BaseModel):
    """What `emergencies.yml` holds.

    Attributes:
        now: messages that tell of an emergency that is happening.
        unsure: messages that leave it open.
        none: messages that only sound like one, and such as people often write.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    now: tuple[str, ...]
    unsure: tuple[str, ...]
    none: tuple[str, ...]


@dataclass(frozen=True)
class EmergencyExample:
    """A message, its language, and whether it tells of an emergency."""

    text: str
    language: str
    kind: Kind


def emergency_examples(folder: Path = LANGUAGES) -> Iterator[EmergencyExample]:
    """Yield the examples of every language that has some.

    Raises:
        ContentError: if a file doesn't have its form.
    """
    for language in known_languages(folder):
        path = folder / language / EMERGENCIES
        if path.exists():
            told = read_as(EmergencyFile, path)
            for kind in KINDS:
                yield from (EmergencyExample(text, language, kind) for text in getattr(told, kind))
