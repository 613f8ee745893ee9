"""Readings over kanji: each piece by itself where the kana show which is which, days and numbers as they are said."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.readings import readings, with_readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("届いて", "｜届《とど》いて"),
        ("受け取り", "｜受《う》け｜取《と》り"),
        ("引っ越し", "｜引《ひ》っ｜越《こ》し"),
        ("資格確認書", "｜資格確認書《しかくかくにんしょ》"),
        ("カードだけ", "カードだけ"),
        ("12月1日", "12｜月《がつ》｜1日《ついたち》"),
        ("12月2日から", "12｜月《がつ》｜2日《ふつか》から"),
        ("12月12日", "12｜月《がつ》12｜日《にち》"),
        ("12月24日", "12｜月《がつ》｜24日《にじゅうよっか》"),
        ("2日間", "2｜日間《にちかん》"),
        ("3か月", "3か｜月《げつ》"),
        ("お持ちの方は", "お｜持《も》ちの｜方《かた》は"),
        ("早い方がよい", "｜早《はや》い｜方《ほう》がよい"),
        ("方法", "｜方法《ほうほう》"),
        ("市区町村の窓口で行って", "｜市区町村《しくちょうそん》の｜窓口《まどぐち》で｜行《おこな》って"),
        ("役所まで行って", "｜役所《やくしょ》まで｜行《い》って"),
        ("お金", "お｜金《かね》"),
        ("土日祝", "｜土日祝《どにちしゅく》"),
        ("月〜金", "｜月《げつ》〜｜金《きん》"),
    ],
)
def test_reading(text, expected):
    assert with_readings(text, "ja") == expected


@given(st.text(st.sampled_from("保険証カードをなくした届12月1日方がよい引っ越し、。\n《》｜a "), max_size=40))
def test_readings_lie_in_order_and_apart(text):
    found = readings(text, "ja")
    assert all(reading.start < reading.end and reading.kana for reading in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
