"""What is said of texts whose original has changed, and of those that nobody has reviewed."""

import pytest

from bot.checks import reviews
from bot.review.record import Entry, recorded
from bot.review.renderings import Place, renderings

LEAD = Place("answers/certificate/certificate_lost.yml", "questions.general.lead")


def notices(monkeypatch: pytest.MonkeyPatch, record) -> list[str]:
    monkeypatch.setattr(reviews, "read_record", lambda language: record if language == "en" else {})
    return [notice for notice in reviews.review_notices() if notice.startswith("en")]


def test_a_text_whose_original_has_changed_is_named(monkeypatch):
    record = recorded({}, renderings("en"))
    changed = record | {LEAD: Entry(of="00000000", text=record[LEAD].text)}
    first, *others = notices(monkeypatch, changed)
    assert first == f"en {LEAD.file} {LEAD.path}: its original has changed"
    assert others == [f"en: {len(record) - 1} texts draft"]


def test_what_is_recorded_nowhere_is_counted(monkeypatch):
    assert notices(monkeypatch, {}) == [f"en: {len(renderings('en'))} texts unrecorded"]
