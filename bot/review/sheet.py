"""A workbook for a reviewer: each text beside its original, with its state; what comes back is read by `returned`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.content.language import default_language, known_languages
from bot.review.record import Record, state
from bot.review.renderings import Place, Rendering, digest_of

# The columns, and how wide each is, in characters.
COLUMNS = {"file": 24, "place": 24, "original": 60, "text": 60, "state": 12, "version": 20}
STATES = ("stale", "unrecorded", "draft", "reviewed")
TOP = Alignment(wrap_text=True, vertical="top")


def write_sheet(path: Path, language: str, found: Mapping[Place, Rendering], known: Record) -> None:
    """Write the workbook: what has to be looked at first stands first."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = language
    page.append([_heading(column, language) for column in COLUMNS])
    for place, rendering in sorted(found.items(), key=lambda item: (_rank(item[1], item[0], known), item[0])):
        page.append([*_row(place, rendering), state(rendering, known.get(place)), version_of(rendering)])
    _lay_out(page)
    book.save(path)


def version_of(rendering: Rendering) -> str:
    """Return what tells whether a row is still about the texts as they are: the digests of both."""
    return f"{digest_of(rendering.original)} {digest_of(rendering.text)}"


def _rank(rendering: Rendering, place: Place, known: Record) -> int:
    return STATES.index(state(rendering, known.get(place)))


def _row(place: Place, rendering: Rendering) -> list[str]:
    return [place.file, place.path, rendering.original.strip(), rendering.text.strip()]


def _heading(column: str, language: str) -> str:
    names = {"original": known_languages()[default_language()].name, "text": known_languages()[language].name}
    return names.get(column, column)


def _lay_out(page: Worksheet) -> None:
    """Make the page readable: wrapped texts, a heading that stays, states to choose from."""
    for letter, width in zip("ABCDEF", COLUMNS.values(), strict=True):
        page.column_dimensions[letter].width = width
    page.column_dimensions["F"].hidden = True
    for row in page.iter_rows(min_row=2):
        for cell in row:
            # What begins with an equals sign is no formula.
            cell.alignment, cell.data_type = TOP, "s"
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "C2"
    choice = DataValidation(type="list", formula1='"draft,reviewed"')
    choice.add(f"E2:E{max(page.max_row, 2)}")
    page.add_data_validation(choice)
