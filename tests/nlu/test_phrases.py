"""Where a phrase begins and ends is the language's to say."""

import pytest

from bot.nlu.phrases import phrase_pattern
from bot.nlu.spelling import fold


@pytest.mark.parametrize(
    ("language", "phrase", "text", "found"),
    [
        ("en", "no", "no card", True),
        ("en", "no", "nothing", False),
        ("es", "no", "no la tengo", True),
        ("es", "no", "está bueno", False),
        ("es", "é", "en el café", False),
        ("pt-BR", "é", "é verdade", True),
        ("vi", "mất", "tôi bị mất thẻ", True),
        ("vi", "mất", "mấttt", False),
        ("ja", "なくした", "カードをなくしたんです", True),
        ("ja", "iphone", "iPhoneに入れた", True),
        ("ja", "ok", "bookを読む", False),
        ("zh-Hans", "丢了", "我的卡丢了", True),
        ("ko", "카드", "카드를 잃어버렸어요", True),
        ("ko", "드를", "카드를", False),
        ("ne", "कार्ड", "मेरो कार्डमा", True),
    ],
)
def test_a_phrase_is_found_by_itself_only(language, phrase, text, found):
    assert bool(phrase_pattern(phrase, language).search(fold(text))) is found
