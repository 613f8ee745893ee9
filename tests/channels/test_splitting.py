"""Texts are cut where people pause, and nothing but spaces between the pieces is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.line.counting import utf16_units
from bot.channels.messenger.splitting import pieces, shortened, split


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("短い文。", 10, ["短い文。"]),
        ("", 10, []),
        ("  \n", 10, []),
        ("一つ目の段落。\n\n二つ目の段落。", 10, ["一つ目の段落。", "二つ目の段落。"]),
        ("一行目の文\n二行目の文", 8, ["一行目の文", "二行目の文"]),
        ("一つ目の文です。二つ目の文です。", 10, ["一つ目の文です。", "二つ目の文です。"]),
        ("The fee is 1.5 yen. Pay it now.", 22, ["The fee is 1.5 yen.", "Pay it now."]),
        ("one two three four", 10, ["one two", "three four"]),
        ("あいうえおかきくけこ", 4, ["あいうえ", "おかきく", "けこ"]),
        ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 15, ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]),
    ],
)
def test_where_a_text_is_cut(text, most, expected):
    assert split(text, most, utf16_units) == expected


@given(st.text(max_size=300), st.integers(min_value=50, max_value=100))
def test_no_piece_is_too_long_and_nothing_is_lost(text, most):
    found = split(text, most, utf16_units)
    assert all(0 < utf16_units(piece) <= most for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["一。", "二。"], ["一。", "二。"]),
        (["一。", "二。", "三。"], ["一。\n\n二。", "三。"]),
        (["一" * 8] * 4, ["一" * 8] * 2),
    ],
)
def test_texts_are_run_together_where_there_are_too_many(texts, expected):
    assert pieces(texts, 8, 2) == expected


def test_what_is_shortened_says_so():
    assert shortened("一つ目の文です。二つ目の文です。", 10) == "一つ目の文です。…"
    assert shortened("短い", 10) == "短い"
