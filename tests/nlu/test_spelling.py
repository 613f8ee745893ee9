"""However a keyboard writes a sign, the message is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.features import features
from bot.nlu.spelling import bare, fold, straight
from bot.nlu.tokenizer import tokenize


@pytest.mark.parametrize(
    "written", ["I can’t see it", "I can‘t see it", "I canʼt see it", "I can´t see it", "I can`t see it"]
)
def test_every_apostrophe_counts_as_the_same(written):
    assert _features(written) == _features("I can't see it")


def test_every_quotation_mark_counts_as_the_same():
    assert _features("it says “invalid”") == _features('it says "invalid"')


@pytest.mark.parametrize(("written", "plain"), [("ＡＴＭ’Ｓ", "atm's"), ("ﾏｲﾅ", "マイナ"), ("Straße", "strasse")])
def test_width_and_case_make_no_difference(written, plain):
    assert fold(written) == plain


@given(text=st.text(max_size=80))
def test_straightening_keeps_every_place(text):
    assert len(straight(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Đổi thẻ không", "Doi the khong"), ("cartão já", "cartao ja"), ("がぎ 한국 नेपाली", "がぎ 한국 नेपाली")],
)
def test_latin_letters_lose_their_marks(written, typed):
    assert bare(written) == typed


def test_a_message_typed_without_marks_looks_the_same():
    assert _features("thẻ bảo hiểm cũ", "vi") == _features("the bao hiem cu", "vi")


def _features(text, language="en"):
    return sorted(features(text, tokenize(text, language), language))
