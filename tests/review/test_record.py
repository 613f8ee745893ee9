"""How a rendering stands: unrecorded, stale, draft, reviewed; by its original's and its own words."""

from datetime import date

import pytest

from bot.content.files import ContentError
from bot.review.record import Entry, read_record, recorded, state, write_record
from bot.review.renderings import Place, Rendering, digest_of, renderings

PLACE = Place("answers/a/b.yml", "questions.general.lead")
DAY = date(2026, 12, 1)


def entry(original="原文", text="gốc", reviewed=None):
    return Entry(of=digest_of(original), text=digest_of(text), reviewed=reviewed)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (None, "unrecorded"),
        (entry(), "draft"),
        (entry(reviewed=DAY), "reviewed"),
        (entry(text="gốc cũ", reviewed=DAY), "draft"),
        (entry(original="前の原文"), "stale"),
        (entry(original="前の原文", reviewed=DAY), "stale"),
    ],
)
def test_state(known, expected):
    assert state(Rendering("gốc", "原文"), known) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, entry()),
        ({PLACE: entry(text="gốc cũ", original="前の原文", reviewed=DAY)}, entry()),
        ({PLACE: entry(original="前の原文")}, entry(original="前の原文")),
        ({PLACE: entry(reviewed=DAY)}, entry(reviewed=DAY)),
        ({Place("answers/gone.yml", "lead"): entry()}, entry()),
    ],
)
def test_what_is_new_or_reworded_renders_the_original_as_it_is(known, expected):
    assert recorded(known, {PLACE: Rendering("gốc", "原文")}) == {PLACE: expected}


def test_a_record_is_read_as_it_was_written(tmp_path):
    (tmp_path / "vi").mkdir()
    record = {PLACE: entry(reviewed=DAY), Place("texts/widget.yml", "send"): entry("送る", "Gửi")}
    write_record("vi", record, tmp_path)
    assert read_record("vi", tmp_path) == record


def test_a_record_of_another_form_is_refused(tmp_path):
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "reviews.yml").write_text("a.yml:\n  lead: {of: 1a2b, state: fine}\n")
    with pytest.raises(ContentError, match=r"reviews\.yml"):
        read_record("vi", tmp_path)


def test_a_text_is_known_by_its_file_and_keys(tmp_path):
    for language, lead in (("ja", "原文"), ("en", "text")):
        folder = tmp_path / language / "answers" / "group"
        folder.mkdir(parents=True)
        lines = f"questions:\n  general:\n    lead:\n      first: {lead}\n      2025-12-02: {lead} 2\n"
        (folder / "topic.yml").write_text(lines)
    (tmp_path / "en" / "answers" / "group" / "own.yml").write_text("title: no original\n")
    file, path = "answers/group/topic.yml", "questions.general.lead"
    assert renderings("en", tmp_path) == {
        Place(file, f"{path}.first"): Rendering("text", "原文"),
        Place(file, f"{path}.2025-12-02"): Rendering("text 2", "原文 2"),
    }
