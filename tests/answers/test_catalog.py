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


def test_the_generator_speaks_every_topic():
    assert CatalogGenerator()._catalog.topics.keys() == catalog().topics.keys()
