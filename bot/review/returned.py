"""What a reviewer's workbook says: texts put right, and texts found right. All of it is taken, or nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from bot.content.files import ContentError
from bot.content.language import LANGUAGES
from bot.review.record import Entry, Record
from bot.review.renderings import Place, Rendering, digest_of
from bot.review.sheet import COLUMNS, version_of

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
WIDTH = 100_000


@dataclass(frozen=True)
class Row:
    """A row of the workbook: the text as it came back, and whether the reviewer found it right."""

    number: int
    place: Place
    text: str
    reviewed: bool
    version: str


def read_sheet(path: Path) -> list[Row]:
    """Return the rows of a workbook that `write_sheet` wrote.

    Raises:
        ContentError: if it is no such workbook.
    """
    try:
        page = load_workbook(path, read_only=True).active
    except (BadZipFile, InvalidFileException, KeyError, OSError) as error:
        raise ContentError(f"{path}: no workbook: {error}") from error
    rows = [] if page is None else list(page.iter_rows(min_row=2, max_col=len(COLUMNS), values_only=True))
    return [_row(number, [str(cell or "") for cell in cells]) for number, cells in enumerate(rows, 2) if any(cells)]


def refusals(rows: Iterable[Row], found: Mapping[Place, Rendering]) -> list[str]:
    """Return why rows can't be taken: unknown places, texts that changed meanwhile, placeholders that differ."""
    return [f"row {row.number}: {why}" for row in rows if (why := _refusal(row, found.get(row.place)))]


def reworded(rows: Iterable[Row], found: Mapping[Place, Rendering]) -> dict[Place, str]:
    """Return the texts that the reviewer changed."""
    return {row.place: row.text for row in rows if row.text.strip() != found[row.place].text.strip()}


def reviewed(rows: Iterable[Row], found: Mapping[Place, Rendering], known: Record, day: date) -> Record:
    """Return the record with what was found right on a day."""
    right = {
        row.place: Entry(of=digest_of(found[row.place].original), text=digest_of(row.text), reviewed=day)
        for row in rows
        if row.reviewed
    }
    return known | right


def write_texts(language: str, texts: Mapping[Place, str], folder: Path = LANGUAGES) -> None:
    """Write texts into their files, whose comments and form stay."""
    by_file: dict[str, dict[str, str]] = defaultdict(dict)
    for place, text in texts.items():
        by_file[place.file][place.path] = text
    writer = YAML()
    # The stubs take what they are set to at first for their types.
    writer.width, writer.preserve_quotes = WIDTH, True  # type: ignore[assignment]
    for name, changed in by_file.items():
        file = folder / language / name
        tree = writer.load(file)
        for path, text in changed.items():
            _put(tree, path, text)
        with file.open("w", encoding="utf-8") as opened:
            writer.dump(tree, opened)


def _row(number: int, cells: list[str]) -> Row:
    file, path, _, text, state, version = cells
    return Row(number, Place(file, path), text, state == "reviewed", version)


def _refusal(row: Row, rendering: Rendering | None) -> str | None:
    if rendering is None:
        return f"no text at {row.place.file} {row.place.path}"
    if row.version != version_of(rendering):
        return "the text or its original has changed since the sheet was written"
    if not row.text.strip():
        return "the text is empty"
    if Counter(PLACEHOLDER.findall(row.text)) != Counter(PLACEHOLDER.findall(rendering.text)):
        return "its {placeholders} are others"
    return None


def _put(tree: Any, path: str, text: str) -> None:
    """Set the text at a path; keys may hold dots themselves, and may be days."""
    for key in tree:
        name = str(key)
        if name == path:
            tree[key] = LiteralScalarString(text.strip() + "\n") if isinstance(tree[key], LiteralScalarString) else text
        elif path.startswith(f"{name}."):
            _put(tree[key], path.removeprefix(f"{name}."), text)
