"""Which language does a wish name?"""

import pytest
from pydantic import ValidationError

from bot.content.language import Language, known_languages
from bot.nlu.language_request import besides, requested_language

WISHES = [
    ("English please", "en"),
    ("Vietnamese, not English", "vi"),
    ("not English, Vietnamese please", "vi"),
    ("no English, only Nepali", "ne"),
    ("In English, not Japanese", "en"),
    ("Nepali please, my English is weak", "ne"),
    ("English is hard for me, Portuguese please", "pt-BR"),
    ("I can't read Japanese, is there Korean?", "ko"),
    ("Chinese instead of English", "zh-Hans"),
    ("easy Japanese please", "ja-easy"),
    ("にほんご でも いいです", "ja"),
    ("やさしい にほんごで おねがいします", "ja-easy"),
    ("にほんご むずかしい。ひらがなで おねがい", "ja-easy"),
    ("nihongo wakarimasen, eigo onegai", "en"),
    ("にほんごは わかりません", None),
    ("やさしい日本語で", "ja-easy"),
    ("英語じゃなくて日本語で", "ja"),
    ("日本語ではなくベトナム語", "vi"),
    ("英語にして、日本語が読めません", "en"),
    ("英語は話せますか", "en"),
    ("tiếng Việt được không?", "vi"),
    ("tiếng Anh, tôi không nói được tiếng Nhật", "en"),
    ("한국어로 해 주세요, 영어 말고", "ko"),
    ("请说中文，不要英文", "zh-Hans"),
    ("繁體中文可以嗎", "zh-Hant"),
    ("em português, por favor, não falo inglês", "pt-BR"),
    ("¿puede ser en español? no hablo japonés", "es"),
    ("puwede bang Tagalog? hindi ako marunong mag-English", "fil"),
    ("bisa bahasa Indonesia? bukan bahasa Inggris", "id"),
    ("नेपालीमा बोल्नुस्, अङ्ग्रेजी होइन", "ne"),
    ("my language please", None),
    ("not in Japanese", None),
]


@pytest.mark.parametrize(("wish", "language"), WISHES)
def test_the_language_wanted_is_the_one_that_is_not_refused(wish, language):
    assert requested_language(wish) == language


@pytest.mark.parametrize("language", known_languages())
def test_every_language_can_be_asked_for_in_its_own_name(language):
    assert requested_language(known_languages()[language].name) == language


@pytest.mark.parametrize(
    ("language", "message", "told"),
    [
        ("en", "Vietnamese, not English", ""),
        ("en", "English please", ""),
        ("en", "No. English please", "No."),
        ("en", "It isn't registered, and in English please", "It isn't registered,"),
        ("ja", "英語でお願いします。まだ登録していません", "まだ登録していません"),
        ("en", "It isn't registered", "It isn't registered"),
    ],
)
def test_what_is_told_besides_the_wish_is_read_for_itself(language, message, told):
    assert besides(message, language).strip() == told


@pytest.mark.parametrize("pattern", ["not", "(not {}"])
def test_a_pattern_of_refusals_has_the_name_and_is_a_pattern(pattern):
    english = known_languages()["en"].model_dump()
    with pytest.raises(ValidationError, match="refused_as"):
        Language(**english | {"refused_as": [pattern]})
