"""A text that is left in another language, or lacks what its original has, is named."""

import pytest

from bot.checks.parity import build_problems, letter_problems, parity_problems
from bot.content.language import known_languages
from bot.review.renderings import Place, Rendering

PLACE, LABEL = Place("answers/a.yml", "lead"), Place("answers/a.yml", "title")


def letters(language, *texts):
    found = letter_problems(dict(zip((PLACE, LABEL), texts, strict=False)), known_languages()[language])
    return [problem for _, problem in found]


def build(language, original, text):
    return [problem for _, problem in build_problems({PLACE: Rendering(text, original)}, known_languages()[language])]


def test_every_text_is_written_and_built_as_its_language_does():
    assert list(parity_problems()) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "マイナポータル（PIN）で確かめてください。"),
        ("zh-Hans", "请在个人编号门户网站的「健康保険証」确认。"),
        ("zh-Hans", "资格确认书（「資格確認書」）"),
        ("zh-Hans", "见 https://www.mhlw.go.jp/stf/newpage_40391.html"),
        ("zh-Hans", "Apple Store"),
        ("vi", "Bấm 登録済み (đã đăng ký)."),
        ("pt-BR", "Leve o comprovante (資格確認書) a {insurer_contact}."),
        ("en", "Press “登録済み”."),
    ],
)
def test_a_term_of_another_language_may_be_quoted_bracketed_or_explained(language, text):
    assert letters(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "problem"),
    [
        ("zh-Hans", "请出示マイナ保険証。", "not its script: マイナ"),
        ("zh-Hans", "请出示資格確認书。", "not its letters: 確 認 資"),
        ("zh-Hant", "请出示資格確認書。", "not its letters: 请"),
        ("ja", "请出示してください。", "not its letters: 请"),
        ("ja-easy", "保险証を 見せて ください。", "not its letters: 险"),
        (
            "zh-Hans",
            "请出示。Please show your card at reception.",
            "not its script: Please show your card at reception.",
        ),
        ("ja", "Please show your card at reception", "not its script: Please show your card at reception"),
        ("vi", "Bấm 登録済み đi.", "not its script: 登録済み"),
        ("pt-BR", "Leve o cartão. 病院へ。", "not its script: 病院へ"),
        ("en", "「資格確認書」", "not in its script: 「資格確認書」"),
    ],
)
def test_letters_of_another_language_are_named(language, text, problem):
    assert problem in letters(language, text)


def test_a_label_may_use_what_its_file_explains():
    assert letters("vi", "giấy xác nhận (資格確認書)", "Khi dùng 資格確認書") == []


@pytest.mark.parametrize(
    ("language", "original", "text", "problems"),
    [
        ("vi", "登録済み", "登録済み", ["not translated"]),
        ("zh-Hans", "登録", "登録", ["not translated"]),
        ("zh-Hans", "本人", "本人", []),
        ("zh-Hans", "{case}：{outcome}", "{case}：{outcome}", []),
        ("en", "PIN", "PIN", []),
        ("ja-easy", "登録済み", "登録済み", []),
        ("en", "0120-95-0178へ", "Call 0120-95-0187", ["other telephone numbers"]),
        ("en", "https://a.jp/b（画面）", "https://a.jp/b (screen)", []),
        ("en", "https://a.jp/b", "https://a.jp/c", ["other addresses"]),
        ("en", "1. 置く\n2. 見る", "1. place\n2. look", []),
        ("en", "1. 置く\n2. 見る", "- place\n- look", ["other items in its lists"]),
        ("en", "- 置く\n- 見る", "- place and look", ["other items in its lists", "another number of lines"]),
        ("en", "置く。\n見る。", "Place and look.", ["another number of lines"]),
        ("en", "見る。\nhttps://a.jp/b", "Look: https://a.jp/b", []),
        ("ja-easy", "置く。", "つぎのことを します。\n- 置く\n- 見る", []),
        ("ja-easy", "- 置く\n- 見る", "置いて 見る", ["other items in its lists", "another number of lines"]),
    ],
)
def test_what_differs_from_the_original_is_named(language, original, text, problems):
    assert build(language, original, text) == problems
