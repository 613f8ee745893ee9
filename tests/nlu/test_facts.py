"""What whole messages tell."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.evaluation.noted import with_implied
from bot.nlu.facts import read_message
from bot.nlu.plain_answers import answers_plainly
from bot.nlu.told import Unused

MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 11, 24)
HERE = Path(__file__).parent


def readings(file):
    """The rows of a table: language, message, facts, and the fact asked for where one was."""
    return [
        (language, text, {fact: str(value) for fact, value in facts.items()}, *asked)
        for language, rows in yaml.safe_load((HERE / file).read_text("utf-8")).items()
        for text, facts, *asked in rows
    ]


def facts_of(model, language, text, *asked):
    """What a message tells, with what follows from it."""
    told = read_message(text, language, MONDAY, model, *asked).told
    return with_implied({item.fact: item.value for item in told if item.fact})


WRITTEN = [*readings("readings.yml"), *readings("readings_traps.yml"), *readings("readings_plain.yml")]


@pytest.mark.parametrize("reading", WRITTEN, ids=lambda reading: reading[1])
def test_a_message_tells_what_a_careful_reader_notes(fact_model, reading):
    language, text, facts, *asked = reading
    assert facts_of(fact_model, language, text, *asked) == with_implied(facts)


@pytest.mark.xfail(strict=True, reason="not read rightly yet")
@pytest.mark.parametrize("reading", readings("readings_not_yet.yml"), ids=lambda reading: reading[1])
def test_a_message_that_is_not_read_rightly_yet(fact_model, reading):
    language, text, facts, *asked = reading
    assert facts_of(fact_model, language, text, *asked) == with_implied(facts)


ANSWERS = yaml.safe_load((HERE / "free_answers.yml").read_text("utf-8"))
WORDINGS = [
    (fact, str(value), language, text)
    for fact, values in ANSWERS.items()
    for value, by_language in values.items()
    for language, texts in by_language.items()
    for text in texts
]


@pytest.mark.parametrize(("fact", "value", "language", "text"), WORDINGS)
def test_an_answer_in_free_words_says_what_it_says(fact_model, fact, value, language, text):
    told = read_message(text, language, TUESDAY, fact_model, fact).told
    assert value in [item.value for item in told]


@pytest.mark.parametrize(
    ("language", "text", "unused"),
    [
        ("en", "my visit is on 12/5", Unused("12/5", "ambiguous")),
        ("en", "3 May 2022", Unused("3 may 2022", "unplaced")),
        ("ja", "令和3年4月1日です", Unused("令和3年4月1日", "unplaced")),
    ],
)
def test_a_date_that_can_not_be_used_is_said(fact_model, language, text, unused):
    assert read_message(text, language, MONDAY, fact_model).unused == (unused,)


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
