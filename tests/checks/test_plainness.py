"""Plain Japanese is measured: sentences, kanji, hard words without an explanation."""

import pytest

from bot.checks import plainness as checks
from bot.checks.plainness import sentences, unexplained
from bot.content.plainness import Plainness
from bot.review.renderings import Place

MEASURE = Plainness(longest_sentence=10, most_kanji=0.5, hard_words=("資格", "資格確認書", "申請"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("紙を出す。出さない。", ["紙を出す", "出さない"]),
        ("1. 紙（保険の紙）を出す\n- 出さない", ["紙を出す", "出さない"]),
        ("費用：いりません", ["費用", "いりません"]),
        ("「利用登録」を押す", ["を押す"]),
        ("https://example.jp/a を見る", ["を見る"]),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("資格確認書を出す", ["資格確認書"]),
        ("資格確認書（保険の紙）を出す。資格確認書は紙です。", []),
        ("申請して、申請の紙を出す", ["申請"]),
        ("「申請」を押す", []),
        ("紙を出す", []),
    ],
)
def test_hard_words_are_explained(text, expected):
    assert unexplained(text, MEASURE) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("かみをだすひとをまつ。", None),
        ("かみをだすひとをまつよ。", "a sentence of 11 characters"),
        ("健康保険を出す。" * 6, "71% of the letters are kanji"),
        ("健康保険を出す。", None),
    ],
)
def test_what_is_not_plain_is_named(monkeypatch, text, problem):
    place = Place("answers/a.yml", "lead")
    monkeypatch.setattr(checks, "plainness", lambda language: MEASURE if language == "ja-easy" else None)
    monkeypatch.setattr(checks, "texts_of", lambda language: {place: text})
    expected = [f"ja-easy answers/a.yml lead: {problem}"] if problem else []
    assert list(checks.plainness_problems()) == expected
