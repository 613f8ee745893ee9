"""A wish for another language is met at once, inside a check too: nothing of it is taken for an answer."""

import pytest

from bot.content.language import known_languages, spoken

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


@pytest.mark.parametrize("page", ["ja", "en"])
def test_what_was_told_before_it_is_still_so(ask, page):
    ask("/check_certificate", page)
    ask({"ja": "まだ登録していません", "en": "It isn't registered"}[page], page)
    wish = {"ja": "English please", "en": "日本語でお願いします"}[page]
    assert ask(wish, page)[-1].custom["asks"] == "card"


def test_every_language_may_be_wished_for():
    assert {language for _, _, language in WISHES} == known_languages().keys() - {"ja-easy", "zh-Hant"}
