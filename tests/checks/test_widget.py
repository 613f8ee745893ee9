"""The widget's words in every language."""

import pytest

from bot.checks.widget import widget_problems


def test_the_words_are_whole():
    assert list(widget_problems()) == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("a: {ja: あ, en: a}\nb: {ja: い}", "widget b: no text in en"),
        ("a: {ja: あ}\nb: {ja: い, xx: b}", "widget b: unknown language xx"),
        ("a: {ja: '{day}現在', en: now}", "widget a: other places to fill in en"),
    ],
)
def test_what_is_missing_is_named(tmp_path, words, problem):
    path = tmp_path / "widget.yml"
    path.write_text(words, "utf-8")
    assert list(widget_problems(path)) == [problem]
