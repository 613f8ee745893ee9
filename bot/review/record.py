"""What is known of each rendering: which version of the original it renders, and when somebody reviewed it.

It stands in `data/languages/<id>/reviews.yml`, by file and place, and is written by `madoguchi review`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from bot.content.files import read_as
from bot.content.language import LANGUAGES
from bot.review.renderings import Place, Rendering, digest_of

State = Literal["unrecorded", "stale", "draft", "reviewed"]
HEADER = "# Which original each text renders, and when it was reviewed; written by `madoguchi review`.\n"
WIDTH = 1000


class Entry(BaseModel):
    """What is recorded of a rendering.

    Attributes:
        of: the digest of the original that it renders.
        text: the digest of the rendering itself.
        reviewed: the day on which somebody who reads the language, and hadn't written it, found it right.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    of: str
    text: str
    reviewed: date | None = None


Record = dict[Place, Entry]


def read_record(language: str, folder: Path = LANGUAGES) -> Record:
    """Return what is recorded of a language's texts.

    Raises:
        ContentError: if the file doesn't have its form.
    """
    file = folder / language / "reviews.yml"
    written = read_as(dict[str, dict[str, Entry]], file) if file.exists() else {}
    return {Place(name, path): entry for name, entries in written.items() for path, entry in entries.items()}


def write_record(language: str, record: Record, folder: Path = LANGUAGES) -> None:
    """Write what is recorded of a language's texts."""
    tree: dict[str, dict[str, Any]] = defaultdict(dict)
    for place, entry in sorted(record.items()):
        tree[place.file][place.path] = entry.model_dump(exclude_none=True)
    lines = yaml.safe_dump(dict(tree), allow_unicode=True, sort_keys=False, default_flow_style=None, width=WIDTH)
    (folder / language / "reviews.yml").write_text(HEADER + lines, "utf-8")


def state(rendering: Rendering, entry: Entry | None) -> State:
    """Return how a rendering stands: `stale` where its original has changed since, `draft` where nobody reviewed it."""
    if entry is None:
        return "unrecorded"
    if entry.of != digest_of(rendering.original):
        return "stale"
    return "reviewed" if entry.reviewed and entry.text == digest_of(rendering.text) else "draft"


def recorded(known: Mapping[Place, Entry], found: Mapping[Place, Rendering]) -> Record:
    """Return the record with all that was written since: what is new or reworded renders today's original."""
    return {place: _of_today(known.get(place), rendering) for place, rendering in found.items()}


def _of_today(entry: Entry | None, rendering: Rendering) -> Entry:
    if entry and entry.text == digest_of(rendering.text):
        return entry
    return Entry(of=digest_of(rendering.original), text=digest_of(rendering.text))
