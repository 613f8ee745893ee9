"""What messages tell, read as of Tuesday, 24 November 2026."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.nlu.facts import answers_plainly, supposes, told

TODAY = date(2026, 11, 24)


def named(text, language, asked=None):
    return {item.fact: item.value for item in told(text, language, TODAY, asked) if item.fact}


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        (
            "ja",
            "昭和45年5月3日生まれで、令和3年4月1日にカードを作りました。いつまで使えますか",
            {"born_on": "1970-05-03", "issued_on": "2021-04-01"},
        ),
        ("ja", "令和3年4月1日発行、誕生日は5月3日です", {"born_on": "--05-03", "issued_on": "2021-04-01"}),
        ("ja", "生年月日S45.5.3 発行日R3.4.1", {"born_on": "1970-05-03", "issued_on": "2021-04-01"}),
        ("ja", "令和3年4月1日に市役所の窓口でマイナンバーカードを受け取りました", {"issued_on": "2021-04-01"}),
        (
            "en",
            "I was born May 3rd 1970 and the card was issued on 1 April 2021",
            {"born_on": "1970-05-03", "issued_on": "2021-04-01"},
        ),
        (
            "en",
            "The card was issued on 1 April 2021, my birthday is 3 May",
            {"born_on": "--05-03", "issued_on": "2021-04-01"},
        ),
        ("en", "born 3 May 1970 issued 1 April 2021", {"born_on": "1970-05-03", "issued_on": "2021-04-01"}),
        ("ja", "予約は12月3日、いや12月4日です", {"visit_day": "--12-04"}),
    ],
)
def test_each_date_is_the_one_that_its_clause_says(language, text, facts):
    found = named(text, language)
    assert {fact: found[fact] for fact in facts} == facts
    assert not [fact for fact in found if fact.endswith(("_on", "_until", "_from", "_day")) and fact not in facts]


ANSWERS = yaml.safe_load(Path(__file__).with_name("free_answers.yml").read_text())
WORDINGS = [
    (fact, str(value), language, text)
    for fact, values in ANSWERS.items()
    for value, by_language in values.items()
    for language, texts in by_language.items()
    for text in texts
]


@pytest.mark.parametrize(("fact", "value", "language", "text"), WORDINGS)
def test_an_answer_in_free_words_says_what_it_says(fact, value, language, text):
    found = told(text, language, TODAY, fact)
    by_name = [item.value for item in found if item.fact == fact]
    bare = [item.value for item in found if item.fact is None]
    # The form takes a word for the fact before a bare one.
    assert (by_name or bare or [None])[0] == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "3月に電子証明書が切れました。どうすればいい？"),
        ("ja", "電子証明書が3月に切れとったんやけど、どうしたらいいですか"),
        ("en", "My certificate ran out in March, what now?"),
        ("en", "the certificate expired last March"),
    ],
)
def test_what_is_over_was_in_the_past(language, text):
    assert named(text, language)["electronic_certificate_until"] == "2026-03"
    assert not supposes(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", "電子証明書は3月に切れます"), ("en", "My certificate expires in March")],
)
def test_what_is_to_come_has_no_year_yet(language, text):
    assert named(text, language)["electronic_certificate_until"] == "--03"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "カードをなくしたらどうすればいいですか"),
        ("ja", "登録していない場合は？"),
        ("en", "What if I lost my card?"),
    ],
)
def test_a_supposed_case_is_known_as_such(language, text):
    assert supposes(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", "資格確認書がないと受診できませんか。"), ("ja", "まだですか"), ("en", "Is it not possible?")],
)
def test_a_not_inside_a_question_is_no_answer(language, text):
    assert not [item for item in told(text, language, TODAY, "registered") if item.fact in (None, "registered")]


@pytest.mark.parametrize(
    ("language", "text", "fact", "value"),
    [
        ("ja", "カード持ってへん", "card", "none"),
        ("ja", "母はカードを持っておりません", "card", "none"),
        ("ja", "カードを作ってない", "card", "none"),
        ("ja", "資格確認書は持ってへん", "certificate", "no"),
        ("ja", "資格確認書が届いとらん", "certificate", "no"),
        ("ja", "カードは登録したことがない", "registered", "no"),
        ("ja", "カードをなくしてないです", "card", None),
        ("en", "My mother doesn't have a My Number Card", "card", "none"),
        ("en", "she does not have the card", "card", "none"),
        ("en", "I haven't got my card", "card", "none"),
        ("en", "he hasn't registered it", "registered", "no"),
        ("en", "I haven't lost my card", "card", None),
        ("en", "no, I have the card", "card", "at_hand"),
    ],
)
def test_a_not_turns_a_phrase_into_its_contrary(language, text, fact, value):
    assert named(text, language).get(fact) == value


@pytest.mark.parametrize(
    ("language", "asked", "text", "plain"),
    [
        ("ja", "card", "手元に", True),
        ("ja", "situation", "赤ちゃんです", True),
        ("ja", "situation", "赤ちゃんが生まれた", True),
        ("ja", "situation", "赤ちゃんが息をしていません", False),
        ("ja", "situation", "赤ちゃん窒息", False),
        ("ja", "card", "倒れた", False),
        ("en", "situation", "for my baby", True),
        ("en", "situation", "my baby isn't breathing", False),
        ("en", "situation", "baby choking", False),
        ("ja", "electronic_certificate_until", "切れとるみたい", True),
        ("ja", "card", "なくしたかも", True),
        ("ja", "card", "なくしたかも、息もしていない", False),
        ("en", "electronic_certificate_until", "it has expired I think", True),
        ("en", "card", "lost, I guess", True),
        ("en", "card", "lost, I think he's dying", False),
    ],
)
def test_an_answer_and_nothing_besides_is_no_emergency(language, asked, text, plain):
    assert answers_plainly(text, language, asked) is plain
