"""Every reading has been looked at by somebody, and every kanji has one."""

import pytest

from bot.answers.readings import ReadingsFile
from bot.checks import readings
from bot.review.renderings import Place


def problems(monkeypatch, text, proved):
    monkeypatch.setattr(
        readings, "texts_of", lambda language: {Place("a.yml", "lead"): text} if language == "ja" else {}
    )
    monkeypatch.setattr(readings, "readings_file", lambda language: ReadingsFile(proved=proved))
    return list(readings.reading_problems())


@pytest.mark.parametrize(
    ("proved", "expected"),
    [
        ({"方": ["ほう"], "法": ["ほう"]}, ["ja readings.yml: nobody has looked at 方法 read ほうほう"]),
        ({"方法": ["かたほう"]}, ["ja readings.yml: nobody has looked at 方法 read ほうほう"]),
        ({"方法": ["ほうほう"]}, []),
    ],
)
def test_a_reading_that_nobody_has_looked_at_is_named(monkeypatch, proved, expected):
    assert problems(monkeypatch, "方法と方法", proved) == expected


def test_a_kanji_without_reading_is_named(monkeypatch):
    monkeypatch.setattr(readings, "readings", lambda text, language: ())
    assert problems(monkeypatch, "方法", {}) == [
        "ja readings.yml: nothing reads 方",
        "ja readings.yml: nothing reads 法",
    ]
