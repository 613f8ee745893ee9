"""Words have the reading and the forms by which they are matched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.language import known_languages
from bot.nlu.tokenizer import KANA, forms, tokenize


def test_a_japanese_word_has_its_reading_and_its_normal_form():
    (lost, *_) = tokenize("失くしました", "ja")
    assert (lost.get(KANA), forms(lost)) == ("ナクシ", ["無くす"])


@pytest.mark.parametrize("written", ["マイナンバーカード", "ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ"])
def test_width_makes_no_difference(written):
    assert [form for token in tokenize(written, "ja") for form in forms(token)] == ["マイナンバー", "カード"]


def test_homophones_of_voice_input_read_the_same():
    assert _kana("保健証") == _kana("保険証")


def test_a_long_word_is_one_with_the_forms_of_its_parts():
    (committee,) = tokenize("選挙管理委員会", "ja")
    assert len(forms(committee)) == 4


# A language is loaded with its first text.
@settings(deadline=None)
@given(text=st.text(max_size=80), language=st.sampled_from(sorted(known_languages())))
def test_offsets_are_those_of_the_text_as_written(text, language):
    for token in tokenize(text, language):
        assert text[token.start : token.end] == token.text


def _kana(text):
    return "".join(token.get(KANA) for token in tokenize(text, "ja"))
