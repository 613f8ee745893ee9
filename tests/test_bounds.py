"""What a measurement must keep: at least, at most, and measured at all."""

import pytest

from bot.content.files import ContentError
from bot.evaluation.bounds import Bounds, overstepped, read_bounds

BOUNDS = {"ja": Bounds(at_least={"correct": 0.9}, at_most={"wrong": 0.03})}


@pytest.mark.parametrize(
    ("fractions", "expected"),
    [
        ({"correct": 0.9, "wrong": 0.03}, []),
        ({"correct": 0.8999, "wrong": 0.0}, ["ja: correct is 0.8999, at least 0.9 is wanted"]),
        ({"correct": 1.0, "wrong": 0.0301}, ["ja: wrong is 0.0301, at most 0.03 is allowed"]),
        ({"correct": 0.95}, ["ja: wrong is not measured, at most 0.03 is allowed"]),
        ({"correct": None, "wrong": 0.0}, ["ja: correct is not measured, at least 0.9 is wanted"]),
    ],
)
def test_each_bound_that_is_not_kept_is_told(fractions, expected):
    assert overstepped({"ja": fractions, "en": {"correct": 0.1}}, BOUNDS) == expected


def test_a_language_that_was_not_measured_keeps_no_bound():
    assert len(overstepped({"en": {"correct": 1.0, "wrong": 0.0}}, BOUNDS)) == 2


def test_bounds_are_read_by_language(tmp_path):
    file = tmp_path / "bounds.yml"
    file.write_text("ja:\n  at_least: {correct: 0.9}\n  at_most: {wrong: 0.03}\n", "utf-8")
    assert read_bounds(file) == BOUNDS


@pytest.mark.parametrize("text", ["ja: {correct: 0.9}", "ja: {at_least: {correct: much}}", "- ja"])
def test_what_is_no_file_of_bounds_is_refused(tmp_path, text):
    file = tmp_path / "bounds.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"bounds\.yml"):
        read_bounds(file)
