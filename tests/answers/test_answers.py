"""Every question is answered in every language on every day, and changes when the topic file says so."""

from datetime import date, timedelta

import pytest

from bot.answers.catalog import answer
from bot.content.language import languages
from bot.content.topic import question_named, question_names, topics

TODAY = date(2026, 11, 30)
DAY = timedelta(days=1)
DAYS = [date(2020, 1, 1), date(2024, 12, 1), date(2025, 12, 1), TODAY, date(2100, 1, 1)]
CHANGES = [(name, day) for name in question_names() for day in question_named(name).from_]
WHOLE_CHANGES = [(name, day) for name, topic in topics().items() for day in topic.whole_from]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", [*question_names(), *topics()])
def test_everything_is_answered_on_every_day(name, language):
    for day in DAYS:
        told = answer(name, language, day)
        assert told.text and "{" not in told.text
        assert told.sources or question_named(name).says == "no"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("name", "day"), [*CHANGES, *WHOLE_CHANGES], ids=str)
def test_an_answer_changes_on_its_day_and_not_before(name, day, language):
    told = [answer(name, language, day + step * DAY).text for step in (-2, -1, 0, 1)]
    assert (told[0] == told[1], told[1] != told[2], told[2] == told[3]) == (True, True, True)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", [name for name in question_names() if question_named(name).says == "no"])
def test_where_nobody_says_anything_the_reply_is_marked_silent(name, language):
    assert answer(name, language, TODAY).silent


def test_a_whole_topic_is_no_question():
    assert (answer("renewal", "ja", TODAY).question, answer("renewal.fee", "ja", TODAY).question) == (
        None,
        "renewal/fee",
    )
