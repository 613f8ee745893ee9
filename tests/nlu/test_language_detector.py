"""Which language is answered: the choice, then the message, then the channel, then the conversation."""

import pytest

from bot.content.language import languages
from bot.nlu.language_detector import detect


@pytest.mark.parametrize(
    ("text", "prior", "expected"),
    [
        ("資格確認書はいつ届きますか", None, "ja"),
        ("ほけんしょう", "en", "ja"),
        ("Where do I register?", "ja", "en"),
        ("hello", "ja", "en"),
        ("What is 資格情報のお知らせ?", "ja", "en"),
        ("マイナンバーカード lost", None, "en"),
        ("iPhoneで登録できますか", "en", "ja"),
        ("Android マイナポータル", None, "ja"),
    ],
)
def test_a_message_that_tells_decides(text, prior, expected):
    assert detect(text, prior) == expected


@pytest.mark.parametrize("text", ["ok", "ATM", "PIN", "資格確認書", "119", "？？", "👍"])
@pytest.mark.parametrize("prior", languages())
def test_a_message_that_does_not_tell_abstains(text, prior):
    assert detect(text, prior) in (None, prior)
