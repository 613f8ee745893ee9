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
        ("カードは どこで もらえますか", "ja-easy", "ja-easy"),
        ("やさしい ことばで おねがいします。カードは いつ きますか", "ja-easy", "ja-easy"),
        ("资格确认书什么时候寄到？", "ja", "zh-Hans"),
        ("我的卡丢了", "en", "zh-Hans"),
        ("「マイナ保険証」是什么？", "ja", "zh-Hans"),
        ("マイナ保険証怎么登记？", "ja", "zh-Hans"),
        ("资格确认书可以复印吗", "vi", "zh-Hans"),
        ("Tôi mất thẻ rồi, phải làm sao?", "en", "vi"),
        ("the cua toi het han roi", "ja", "vi"),
        ("資格確認書 là gì?", "ja", "vi"),
        ("Đăng ký ở đâu?", None, "vi"),
        ("Perdi o cartão, o que faço?", "en", "pt-BR"),
        ("onde posso registrar o cartao?", "ja", "pt-BR"),
        ("O que é マイナ保険証?", "ja", "pt-BR"),
        ("Quanto custa?", "vi", "pt-BR"),
        ("My card", "pt-BR", "en"),
        ("I lost my card", "vi", "en"),
        ("資格確認書はいつ届きますか", "zh-Hans", "ja"),
        ("保険証をなくしました", "vi", "ja"),
    ],
)
def test_a_message_that_tells_decides(text, prior, expected):
    assert detect(text, prior) == expected


@pytest.mark.parametrize("text", ["ok", "ATM", "PIN", "資格確認書", "119", "？？", "👍"])
@pytest.mark.parametrize("prior", languages())
def test_a_message_that_does_not_tell_abstains(text, prior):
    assert detect(text, prior) in (None, prior)
