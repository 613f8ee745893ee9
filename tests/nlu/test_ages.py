"""An age in answer to the question for a birthday says on which side of the first one somebody is."""

from datetime import date

import pytest

from bot.nlu.dates import age_in_years
from bot.nlu.facts import answers_plainly, told

AGES = [
    ("ja", "生後5か月です", "under_one"),
    ("ja", "十一ヶ月", "under_one"),
    ("ja", "１２か月", "older"),
    ("ja", "17ケ月になります", "older"),
    ("ja", "生後30か月", "older"),
    ("ja", "0歳", "under_one"),
    ("ja", "一歳半です", "older"),
    ("ja", "まだ1歳になってません", "under_one"),
    ("ja", "10歳", "older"),
    ("en", "5 months old", "under_one"),
    ("en", "she's eleven months old", "under_one"),
    ("en", "11 months", "under_one"),
    ("en", "12 months", "older"),
    ("en", "17 months old", "older"),
    ("en", "30 months old", "older"),
    ("en", "52 weeks", "under_one"),
    ("en", "53 weeks", "older"),
    ("en", "3yo", "older"),
    ("en", "not one yet", "under_one"),
    ("en", "almost one year old", "under_one"),
]


@pytest.mark.parametrize(("language", "text", "value"), AGES)
def test_an_age_answers_the_question_for_a_birthday(language, text, value):
    found = {item.fact: item.value for item in told(text, language, date(2026, 11, 24), "born_on")}
    assert found.get("born_on") == value


@pytest.mark.parametrize(("language", "text"), [("ja", "5か月前"), ("en", "5 months ago")])
def test_a_distance_from_today_is_a_date_and_no_age(language, text):
    found = [(item.fact, item.value) for item in told(text, language, date(2026, 11, 24), "born_on")]
    assert (None, "2026-06") in found
    assert "under_one" not in dict(found).values()


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
