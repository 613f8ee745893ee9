"""A reviewer's workbook: written, changed in a spreadsheet, and taken back whole or not at all."""

from datetime import date

import pytest
from openpyxl import load_workbook

from bot.content.files import ContentError, read_yaml
from bot.review.record import Entry, state
from bot.review.renderings import Place, Rendering, digest_of
from bot.review.returned import read_sheet, refusals, reviewed, reworded, write_texts
from bot.review.sheet import write_sheet

LEAD = Place("answers/a/b.yml", "questions.general.lead.2025-12-02")
TITLE = Place("answers/a/b.yml", "title")
FOUND = {
    LEAD: Rendering("=Hỏi {insurer_contact}.\n", "{insurer_contact}に聞く。\n"),
    TITLE: Rendering("Phí", "手数料"),
}
KNOWN = {TITLE: Entry(of=digest_of("手数料"), text=digest_of("Phí"), reviewed=date(2026, 11, 1))}
FILE = """# Kept.
title: Phí
questions:
  general:
    lead:
      first: Cũ.
      2025-12-02: |
        =Hỏi {insurer_contact}.
"""
TEXT, STATE, VERSION = 4, 5, 6


@pytest.fixture
def sheet(tmp_path):
    write_sheet(tmp_path / "vi.xlsx", "vi", FOUND, KNOWN)
    return tmp_path / "vi.xlsx"


def changed(sheet, column, value, row=2):
    book = load_workbook(sheet)
    book.active.cell(row, column).value = value
    book.save(sheet)
    return read_sheet(sheet)


def test_what_needs_a_look_stands_first_beside_its_original(sheet):
    first, second = load_workbook(sheet).active.iter_rows(min_row=2, max_col=5, values_only=True)
    assert first == (LEAD.file, LEAD.path, "{insurer_contact}に聞く。", "=Hỏi {insurer_contact}.", "unrecorded")
    assert second == (TITLE.file, TITLE.path, "手数料", "Phí", "reviewed")


def test_a_sheet_that_comes_back_as_it_went_changes_nothing(sheet):
    rows = read_sheet(sheet)
    assert refusals(rows, FOUND) == []
    assert reworded(rows, FOUND) == {}


def test_a_changed_text_is_written_and_the_file_keeps_its_form(sheet, tmp_path):
    rows = changed(sheet, TEXT, "Xin hỏi {insurer_contact}.")
    file = tmp_path / "vi" / LEAD.file
    file.parent.mkdir(parents=True)
    file.write_text(FILE)
    write_texts("vi", reworded(rows, FOUND), tmp_path)
    assert file.read_text() == FILE.replace("=Hỏi", "Xin hỏi")
    assert read_yaml(file)["questions"]["general"]["lead"][date(2025, 12, 2)] == "Xin hỏi {insurer_contact}.\n"


def test_what_was_found_right_is_reviewed_from_that_day(sheet):
    rows = changed(sheet, STATE, "reviewed")
    record = reviewed(rows, FOUND, KNOWN, date(2026, 12, 1))
    assert record[LEAD].reviewed == date(2026, 12, 1)
    assert state(FOUND[LEAD], record[LEAD]) == "reviewed"


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        (TEXT, "Xin hỏi.", "placeholders"),
        (TEXT, None, "empty"),
        (2, "questions.nobody.lead", "no text at"),
        (VERSION, "0000 0000", "has changed since"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named(sheet, column, value, why):
    (refusal,) = refusals(changed(sheet, column, value), FOUND)
    assert refusal.startswith("row 2: ")
    assert why in refusal


def test_what_is_no_workbook_is_refused(tmp_path):
    (tmp_path / "vi.xlsx").write_bytes(b"PK no workbook")
    with pytest.raises(ContentError, match="no workbook"):
        read_sheet(tmp_path / "vi.xlsx")
