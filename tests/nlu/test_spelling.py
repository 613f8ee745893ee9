"""However a keyboard writes a sign, the message is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.features import features
from bot.nlu.spelling import fold, straight
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


def _features(text):
    return sorted(features(text, tokenize(text, "en"), "en"))
