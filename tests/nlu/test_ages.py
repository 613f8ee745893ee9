"""An age in answers to the question for a birthday: in completed years."""

from datetime import date

import pytest

from bot.nlu.dates import age_in_years
from bot.nlu.facts import read_message
from bot.nlu.plain_answers import answers_plainly

TODAY = date(2026, 11, 24)

AGES = [
    ("ja", "生後5か月です", "0"),
    ("ja", "十一ヶ月", "0"),
    ("ja", "１２か月", "1"),
    ("ja", "17ケ月になります", "1"),
    ("ja", "生後30か月", "2"),
    ("ja", "0歳", "0"),
    ("ja", "一歳半です", "1"),
    ("ja", "10歳", "10"),
    ("en", "5 months old", "0"),
    ("en", "she's eleven months old", "0"),
    ("en", "12 months", "1"),
    ("en", "30 months old", "2"),
    ("en", "52 weeks", "0"),
    ("en", "53 weeks", "1"),
    ("en", "3yo", "3"),
]


@pytest.mark.parametrize(("language", "text", "value"), AGES)
def test_an_age_answers_the_question_for_a_birthday(fact_model, language, text, value):
    told = read_message(text, language, TODAY, fact_model, "born_on").told
    assert {item.fact: item.value for item in told}.get("age") == value


@pytest.mark.parametrize(("language", "text"), [("ja", "5か月前"), ("en", "5 months ago")])
def test_a_distance_from_today_is_a_date_and_no_age(fact_model, language, text):
    told = {item.fact: item.value for item in read_message(text, language, TODAY, fact_model, "born_on").told}
    assert told == {"born_on": "2026-06"}


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [("ja", "3歳", 3), ("ja", "6か月", 0.5), ("en", "two years", 2), ("en", "soon", None)],
)
def test_an_age_is_in_years(language, text, years):
    assert age_in_years(text, language) == years


@pytest.mark.parametrize(
    ("language", "text", "plain"),
    [
        ("ja", "生後5か月です", True),
        ("ja", "3歳", True),
        ("ja", "生後5か月で息をしていません", False),
        ("en", "she's 18 months old", True),
        ("en", "5 months old and not breathing", False),
    ],
)
def test_an_age_and_nothing_besides_is_no_emergency(language, text, plain):
    assert answers_plainly(text, language, "born_on") == plain
