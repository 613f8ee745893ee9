"""What each answer says on the last day that it holds, and on the next."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.answers.catalog import catalog
from bot.content import read_yaml
from bot.languages import languages

TABLE = read_yaml(Path(__file__).with_name("boundaries.yml"))
ROWS = pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['topic']}-{row['last_day']}")
DAY = timedelta(days=1)


def _said(topic, language, day):
    return catalog().answer(topic, language, day).text


@pytest.mark.parametrize("language", languages())
@ROWS
def test_an_answer_changes_on_the_day_in_every_language(row, language):
    assert _said(row["topic"], language, row["last_day"]) != _said(row["topic"], language, row["last_day"] + DAY)


@pytest.mark.parametrize("language", ["ja", "en"])
@ROWS
def test_what_held_until_the_day_is_said_until_then_and_no_longer(row, language):
    before = _said(row["topic"], language, row["last_day"])
    after = _said(row["topic"], language, row["last_day"] + DAY)
    assert (row["before"][language] in before, row["after"][language] in before) == (True, False)
    assert (row["before"][language] in after, row["after"][language] in after) == (False, True)


def test_the_table_holds_every_day_on_which_an_answer_changes():
    changes = {
        (name, variant.until)
        for name, topic in catalog().topics.items()
        for variant in topic.answers
        if variant.until != date.max
    }
    assert {(row["topic"], row["last_day"]) for row in TABLE} == changes


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("topic", ["certificate_75plus", "certificate_automatic", "certificate_just_in_case"])
def test_once_the_interim_rule_for_75_and_over_is_over_the_insurer_is_named(topic, language):
    ask = {"ja": "加入している健康保険に聞", "en": "ask your health insurer"}
    assert ask[language] in _said(topic, language, date(2026, 11, 24))
