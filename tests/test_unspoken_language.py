"""A language without answers gets one honest sentence in it; names and quoted words change no language."""

import pytest

from bot.content.language import known_languages, languages, spoken

WORDS = {
    "zh-Hans": "请问我的卡什么时候到期？",
    "zh-Hant": "請問我的卡什麼時候到期？",
    "ko": "카드를 잃어버렸어요",
    "vi": "Tôi bị mất thẻ bảo hiểm",
    "pt-BR": "Perdi meu cartão",
    "es": "Perdí mi tarjeta, ¿qué hago?",
    "fil": "Nawala po ang card ko",
    "ne": "मेरो कार्ड हरायो",
    "id": "Kartu asuransi saya hilang",
}
UNSPOKEN = [key for key in known_languages() if not spoken(key)]


@pytest.mark.parametrize("language", UNSPOKEN)
@pytest.mark.parametrize("channel", ["own", "none"])
def test_it_is_told_in_its_own_language_which_there_are(ask, language, channel):
    (reply,) = ask(WORDS[language], language if channel == "own" else None)
    assert (reply.custom["language"], reply.custom["outcome"]) == (language, "declined")
    assert [button.title for button in reply.buttons] == [entry.name for entry in languages().values()]
    assert "0120-95-0178" in reply.text
    assert "\n" not in reply.text


@pytest.mark.parametrize("language", UNSPOKEN)
@pytest.mark.parametrize("message", ["ok", "/greet", "/faq/contact", "資格確認書"])
def test_a_page_in_it_is_never_answered_without_a_word(ask, language, message):
    assert ask(message, language)[0].custom["language"] == language


@pytest.mark.parametrize("language", UNSPOKEN)
def test_a_button_leads_to_a_language_that_stays(ask, language):
    (reply,) = ask(WORDS[language], language)
    english = next(button for button in reply.buttons if button.title == "English")
    ask(english.payload, language)
    assert ask("/faq/contact", language)[0].custom["language"] == "en"


def test_an_answered_language_inside_its_page_is_answered(ask):
    assert ask("資格確認書はいつ届きますか", "ko")[0].custom["language"] == "ja"
    assert ask("/faq/contact", "ko")[0].custom["language"] == "ja"


def test_inside_a_check_it_is_told_and_the_check_goes_on(ask):
    ask("/check_certificate", "ja")
    told, asked = ask(WORDS["ko"], "ja")
    assert (told.custom["language"], asked.custom["language"], asked.custom["asks"]) == ("ko", "ja", "registered")


@pytest.mark.parametrize(
    ("channel", "message", "expected"),
    [
        ("ja", "Tanaka", "ja"),
        ("ja", "Tanaka Hiroshi", "ja"),
        ("ja", "Nguyen Van An", "ja"),
        ("en", "Maria da Silva", "en"),
        ("en", "資格情報なし", "en"),
        ("en", "The screen says 登録済み", "en"),
        (None, "The reader shows 資格情報なし, what does it mean?", "en"),
        (None, "What is 「このカードは使えません」 on the screen?", "en"),
        ("ja", "Where do I renew my card?", "en"),
        ("ja-easy", "カードを なくしました", "ja-easy"),
    ],
)
def test_a_whole_sentence_changes_the_language_and_nothing_less(ask, channel, message, expected):
    assert ask(message, channel)[0].custom["language"] == expected
