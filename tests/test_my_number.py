"""A My Number never gets past the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.my_number import MASK, mask

DIGITS = st.sampled_from("0123456789０１２３４５６７８９")
SEPARATORS = st.sampled_from(["", "-", " ", "　", "－", "ー", " - ", "."])


@pytest.mark.parametrize(
    "number",
    ["123456789012", "1234-5678-9012", "1234 5678 9012", "１２３４５６７８９０１２", "１２３４－５６７８－９０１２"],
)
def test_a_my_number_is_masked(number):
    assert mask(f"わたしの番号は{number}です") == f"わたしの番号は{MASK}です"


@pytest.mark.parametrize(
    "text",
    ["0120-95-0178に電話した", "令和7年12月1日と2025年12月2日", "保険者番号 06139999", "12345678901", "1234567890123"],
)
def test_other_numbers_stay(text):
    assert mask(text) == text


@given(st.lists(st.tuples(DIGITS, SEPARATORS), min_size=12, max_size=12), st.text("あいう abc", max_size=9))
def test_no_way_of_writing_twelve_digits_gets_through(digits, around):
    written = "".join(digit + separator for digit, separator in digits[:-1]) + digits[-1][0]
    masked = mask(f"{around}{written}{around}")
    assert masked == f"{around}{MASK}{around}"
