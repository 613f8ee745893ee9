"""Answers by date: what was said stays, what is said today is true today."""

from datetime import date, timedelta

import pytest

from bot.answers.catalog import catalog
from bot.answers.nlg import CatalogGenerator
from bot.languages import languages

TODAY = date(2026, 11, 24)
BOUNDARIES = [date(2024, 12, 1), date(2025, 7, 31), date(2025, 12, 1), date(2026, 7, 31)]
TOPICS = sorted(catalog().topics)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_answered_on_every_day(topic, language):
    days = [day + timedelta(days=step) for day in [*BOUNDARIES, date(2025, 9, 18), TODAY] for step in (0, 1)]
    for day in [date(2020, 1, 1), *days, date(2100, 1, 1)]:
        answer = catalog().answer(topic, language, day)
        assert answer.text and answer.sources
        assert "{" not in answer.text


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("topic", "last_day"),
    [
        ("transition_overview", date(2024, 12, 1)),
        ("old_card_reissue", date(2024, 12, 1)),
        ("certificate_automatic", date(2024, 12, 1)),
        ("old_card_validity", date(2025, 7, 31)),
        ("certificate_75plus", date(2025, 7, 31)),
        ("smartphone_use", date(2025, 9, 18)),
        ("staff_smartphone_reader", date(2025, 9, 18)),
        ("old_card_validity", date(2025, 12, 1)),
        ("old_card_disposal", date(2025, 12, 1)),
        ("first_visit", date(2025, 12, 1)),
        ("certificate_75plus", date(2026, 7, 31)),
        ("certificate_automatic", date(2026, 7, 31)),
    ],
)
def test_an_answer_changes_on_the_day(topic, last_day, language):
    before, after = (catalog().answer(topic, language, last_day + timedelta(days=step)).text for step in (0, 1))
    assert before != after


@pytest.mark.parametrize("language", languages())
def test_the_interim_rule_for_75_and_over_is_told_as_over(language):
    before = catalog().answer("certificate_75plus", language, date(2026, 7, 31)).text
    after = catalog().answer("certificate_75plus", language, date(2026, 8, 1)).text
    assert before != after
    assert "2026" in after


def test_the_generator_speaks_every_topic():
    assert CatalogGenerator()._catalog.topics.keys() == catalog().topics.keys()
