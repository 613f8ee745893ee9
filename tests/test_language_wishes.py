"""A wish for another language is met at once, inside a check too: nothing of it is taken for an answer."""

import pytest

from bot.content.language import known_languages, languages, spoken
from tests.words import words

WISHES = [
    ("ja", "English please", "en"),
    ("ja", "English, not Japanese", "en"),
    ("ja", "英語でもいいですか", "en"),
    ("en", "にほんご でも いいです", "ja"),
    ("en", "日本語でお願いします", "ja"),
    ("en", "Vietnamese, not English", "vi"),
    ("en", "not Japanese, Vietnamese please", "vi"),
    ("ja", "日本語ではなくベトナム語で", "vi"),
    ("en", "tiếng Việt được không?", "vi"),
    ("ja", "tiếng Việt được không?", "vi"),
    ("ja", "한국어로 해 주세요", "ko"),
    ("en", "中文可以吗", "zh-Hans"),
    ("en", "¿puede ser en español?", "es"),
    ("ja", "em português, por favor", "pt-BR"),
    ("en", "puwede bang Tagalog?", "fil"),
    ("ja", "bisa bahasa Indonesia?", "id"),
    ("ja", "नेपालीमा बोल्नुस्", "ne"),
    ("en", "やさしい にほんごで おねがいします", "ja-easy"),
    ("en", "請用繁體中文", "zh-Hant"),
    ("ja-easy", "えいごで おねがいします", "en"),
    ("ja-easy", "ベトナムごで おねがいします", "vi"),
    ("ja-easy", "ちゅうごくごが いいです", "zh-Hans"),
    ("zh-Hans", "请用日语", "ja"),
    ("zh-Hans", "不要中文，请用英语", "en"),
    ("zh-Hans", "可以说葡萄牙语吗？", "pt-BR"),
    ("zh-Hans", "English, please", "en"),
    ("vi", "Làm ơn nói tiếng Nhật", "ja"),
    ("vi", "Tiếng Anh được không?", "en"),
    ("vi", "tiếng Trung, không phải tiếng Việt", "zh-Hans"),
    ("vi", "em português, por favor", "pt-BR"),
    ("pt-BR", "Fale em inglês, por favor", "en"),
    ("pt-BR", "Pode ser em japonês?", "ja"),
    ("pt-BR", "em vietnamita, não em português", "vi"),
    ("pt-BR", "やさしい日本語でお願いします", "ja-easy"),
    ("en", "English, please", "en"),
]
wishes = pytest.mark.parametrize(("page", "wish", "language"), WISHES)


@wishes
def test_it_is_replied_to_in_that_language(ask, page, wish, language):
    (reply,) = ask(wish, page)
    answers = spoken(language)
    assert reply.custom["language"] == language
    assert reply.custom["outcome"] == ("answered" if answers else "declined")
    assert ask("/faq/contact", page)[0].custom["language"] == (answers or page)


@wishes
def test_inside_a_check_the_case_and_the_question_stay(ask, page, wish, language):
    ask("/check_certificate", page)
    replied, again = ask(wish, page)
    assert replied.custom["language"] == language
    assert again.custom["language"] == (spoken(language) or page)
    assert again.custom["asks"] == "registered"


@pytest.mark.parametrize(("page", "say"), words().items(), ids=words())
def test_what_was_told_before_it_is_still_so(ask, page, say):
    ask("/check_certificate", page)
    ask(say["unregistered"], page)
    reply = ask(say["wish"]["text"], page)[-1]
    assert (reply.custom["asks"], reply.custom["language"]) == ("card", say["wish"]["language"])
    assert reply.custom["decision"]["facts"] == {"registered": False}


def test_every_language_may_be_wished_for():
    assert {language for _, _, language in WISHES} == known_languages().keys()


def test_a_wish_is_held_against_every_language_that_is_spoken():
    assert {page for page, _, _ in WISHES} == languages().keys()
