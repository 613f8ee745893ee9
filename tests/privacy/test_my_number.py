"""A My Number never gets past the line, and other numbers do."""

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.privacy import check_digit
from bot.privacy.masking import found, mask
from bot.privacy.recogniser import MASK

HERE = Path(__file__).parent
RECALL, FALSE_ALARMS = 0.99, 0.005
FIGURES = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "⓪①②③④⑤⑥⑦⑧⑨", "⁰¹²³⁴⁵⁶⁷⁸⁹", "𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵"]
SEPARATORS = [
    *" -－ー−―─ｰ﹣–—‐_.．・･·/／,，、。:;~〜～\n\t　",
    *"\u200b\u200d\u2060\ufeff\u200e\xad",
    "    ",
    "  -  ",
    "」「",
    ") (",
]


def read(name):
    lines = yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    return [(language, line["form"], line["text"]) for language, rows in lines.items() for line in rows]


def gone(text):
    """Tell whether nothing is left of what stands between the marks."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    spans = found(text.replace("⟦", "").replace("⟧", ""))
    return any(span.start <= start and end <= span.end for span in spans)


@pytest.mark.parametrize("name", ["my_numbers", "my_numbers_held_out"])
def test_nearly_every_my_number_is_masked_whole(name):
    lines = read(name)
    missed = [line for line in lines if not gone(line[2])]
    assert 1 - len(missed) / len(lines) >= RECALL, missed


@pytest.mark.parametrize("name", ["other_numbers", "other_numbers_held_out"])
def test_hardly_another_number_is_masked(name):
    lines = read(name)
    masked = [line for line in lines if found(line[2])]
    assert len(masked) / len(lines) <= FALSE_ALARMS, masked


@pytest.mark.parametrize(
    "language", ["ja", "ja-easy", "en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "es", "fil", "ne", "id"]
)
@pytest.mark.parametrize("name", ["my_numbers", "other_numbers"])
def test_every_language_has_lines(name, language):
    assert sum(line[0] == language for line in read(name)) >= 25


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("090-1234-5678 ", "5580-7302-1570", ""),
        ("1970-09-15 ", "4322-4538-3239", " です"),
        ("01130012 ", "2454 2124 7202", ""),
        ("", "1234-5678-9012", " 1970-09-15"),
        ("〒100-8916 ", "1234-5678-9012", ""),
        ("tel:0312345678/", "123456789012", ""),
    ],
)
def test_beside_another_number_all_of_it_goes_and_the_other_stays(before, number, after):
    assert mask(before + number + after) == before + MASK + after


@pytest.mark.parametrize(
    "text",
    [
        "マイナンバーは3131 4242",
        "マイナンバーは1234567890123",
        "マイナンバー 12345678901",
        "my number is 2021-03-01 1970",
    ],
)
def test_what_is_named_a_my_number_is_masked_even_where_it_isn_t_whole(text):
    assert not any(letter.isdigit() for letter in mask(text))


@pytest.mark.parametrize(
    "text",
    [
        "マイナンバーカードは2031-09-15 2026-09-15",
        "マイナンバーは2016年から",
        "マイナンバー総合フリーダイヤル 0120-95-0178",
    ],
)
def test_what_only_stands_beside_the_name_stays(text):
    assert mask(text) == text


@pytest.mark.parametrize(
    ("number", "after"),
    [
        ("4-4-7-1-0-9-2-6-8-8-3-5", " số này đúng không"),
        ("bốn bốn bảy một không chín hai sáu tám tám ba năm", " số"),
        ("4 4 7 1 0 9 2 6 8 8 3 5", "個の数字です"),
    ],
)
def test_a_word_that_counts_figures_takes_none_from_a_row(number, after):
    assert mask(number + after) == MASK + after


def test_a_mask_is_no_separator():
    assert mask(mask("1234-5678-9012") + " 5678") == f"{MASK} 5678"
    assert mask(f"1234 {MASK} 5678 9012") == f"1234 {MASK} 5678 9012"


DIGITS = st.lists(st.integers(0, 9), min_size=12, max_size=12)


@settings(deadline=None)
@given(DIGITS, st.lists(st.sampled_from(FIGURES), min_size=12, max_size=12), st.data())
def test_named_any_twelve_digits_in_any_separators_are_gone(digits, figures, data):
    gaps = data.draw(st.lists(st.sampled_from(["", *SEPARATORS]), min_size=11, max_size=11))
    written = [script[digit] for digit, script in zip(digits, figures, strict=True)]
    number = "".join(sign + gap for sign, gap in zip(written, [*gaps, ""], strict=True))
    assert mask(f"マイナンバーは{number}です") == f"マイナンバーは{MASK}です"


@settings(deadline=None)
@given(DIGITS, st.sampled_from(FIGURES), st.sampled_from(["", *SEPARATORS]), st.sampled_from([1, 2, 3, 4, 12]))
@example([0] * 12, FIGURES[0], ".", 1)
@example([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1, 2], FIGURES[0], "/", 1)
@example([0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 1, 8], FIGURES[0], "/", 2)
@example([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 8], FIGURES[0], ",", 3)
def test_unnamed_twelve_digits_in_even_groups_are_gone(digits, figures, separator, size):
    numbers = [int("".join(map(str, digits[at : at + 4]))) for at in range(0, 12, 4)]
    assume(not all(1900 <= number < 2100 for number in numbers))
    # A machine's address may look so.
    assume((separator, size) != (".", 3))
    assume(size not in (2, 3) or check_digit.holds("".join(map(str, digits))))
    written = "".join(figures[digit] for digit in digits)
    number = separator.join(written[at : at + size] for at in range(0, 12, size))
    assert mask(f"番号 {number} を") == f"番号 {MASK} を"


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_masked_and_masked_again(text):
    assert mask(mask(text)) == mask(text)


def test_the_check_digit_is_the_ordinance_s():
    # Worked by hand: 1·6 + 2·5 + 3·4 + 4·3 + 5·2 + 6·7 + 7·6 + 8·5 + 9·4 + 0·3 + 1·2 = 212, 212 mod 11 = 3, 11 - 3 = 8.
    assert check_digit.holds("123456789018")
    assert [digit for digit in "0123456789" if check_digit.holds(f"12345678901{digit}")] == ["8"]
    assert check_digit.holds("000000000000")
