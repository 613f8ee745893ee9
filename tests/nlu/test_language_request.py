"""Which language does a wish name?"""

import pytest
from babel import Locale
from pydantic import ValidationError

from bot.content.language import Language, known_languages, languages
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
    ("请用简体中文", "zh-Hans"),
    ("可以说中文吗？我看不懂日语", "zh-Hans"),
    ("不要日语，要英语", "en"),
    ("我不会英语，请用越南语", "vi"),
    ("请用日语", "ja"),
    ("Xin trả lời bằng tiếng Việt", "vi"),
    ("không phải tiếng Anh, tiếng Nhật", "ja"),
    ("tiếng Trung được không", "zh-Hans"),
    ("noi tieng Viet duoc khong", "vi"),
    ("Pode falar português?", "pt-BR"),
    ("inglês não, português por favor", "pt-BR"),
    ("em japonês fácil, por favor", "ja-easy"),
    ("não entendo japonês, em inglês por favor", "en"),
    ("em vietnamita", "vi"),
    ("Tiếng Nhật đơn giản", "ja-easy"),
    ("简单的日语", "ja-easy"),
    ("やさしい にほんごが いいです", "ja-easy"),
    ("えいごで おねがいします", "en"),
    ("ベトナムごで おねがいします", "vi"),
    ("ちゅうごくごが いいです", "zh-Hans"),
]


@pytest.mark.parametrize(("wish", "language"), WISHES)
def test_the_language_wanted_is_the_one_that_is_not_refused(wish, language):
    assert requested_language(wish) == language


@pytest.mark.parametrize("language", known_languages())
def test_every_language_can_be_asked_for_in_its_own_name(language):
    assert requested_language(known_languages()[language].name) == language


# Of languages that differ in style or script alone, the first is what their common name means.
NAMED = {entry.base: key for key, entry in reversed(known_languages().items())}


@pytest.mark.parametrize(("base", "language"), NAMED.items())
@pytest.mark.parametrize("speakers", languages())
def test_every_language_can_be_asked_for_by_its_name_in_every_language_that_is_spoken(speakers, base, language):
    names = Locale.parse(known_languages()[speakers].locale).languages
    assert requested_language(names[base]) == language


@pytest.mark.parametrize(
    ("language", "message", "told"),
    [
        ("en", "Vietnamese, not English", ""),
        ("en", "English please", ""),
        ("en", "No. English please", "No."),
        ("en", "It isn't registered, and in English please", "It isn't registered,"),
        ("ja", "英語でお願いします。まだ登録していません", "まだ登録していません"),
        ("en", "It isn't registered", "It isn't registered"),
        ("zh-Hans", "请用英语。我还没有登记", "我还没有登记"),
        ("vi", "Tiếng Anh nhé. Tôi chưa đăng ký", "Tôi chưa đăng ký"),
        ("pt-BR", "Em inglês por favor. Ainda não registrei", "Ainda não registrei"),
        ("ja-easy", "えいごで おねがいします。まだ 登録して いません", "まだ 登録して いません"),
    ],
)
def test_what_is_told_besides_the_wish_is_read_for_itself(language, message, told):
    assert besides(message, language).strip() == told


@pytest.mark.parametrize("pattern", ["not", "(not {}"])
def test_a_pattern_of_refusals_has_the_name_and_is_a_pattern(pattern):
    english = known_languages()["en"].model_dump()
    with pytest.raises(ValidationError, match="refused_as"):
        Language(**english | {"refused_as": [pattern]})
