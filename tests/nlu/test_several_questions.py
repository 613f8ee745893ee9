"""Who asks two things is mostly told both, in order; who asks one is seldom told more, and hardly of another topic."""

import asyncio
from pathlib import Path

import pytest

from bot.content.files import read_yaml
from bot.engine import Message

MESSAGES = read_yaml(Path(__file__).with_name("several_questions.yml"))
BOTH_RIGHT, ONE_TOO_MANY, OF_ANOTHER_TOPIC = 0.65, 0.16, 0.035


@pytest.fixture(scope="module", params=MESSAGES)
def told(request, engine):
    """What is asked and what is read, message by message."""
    return [(asked, _read(engine, text, request.param)) for text, *asked in MESSAGES[request.param]]


def _read(engine, text, language):
    return asyncio.run(engine.parse(Message("reader", text, language))).get("questions", [])


def test_both_of_two_questions_are_read_in_order(told):
    right = [read == asked for asked, read in told if len(asked) == 2]
    assert sum(right) / len(right) >= BOTH_RIGHT


@pytest.mark.parametrize(
    ("most", "counted"),
    [(ONE_TOO_MANY, lambda read: read), (OF_ANOTHER_TOPIC, lambda read: {topic(name) for name in read})],
)
def test_with_one_question_another_is_seldom_answered(told, most, counted):
    extra = [len(counted(read)) > 1 for asked, read in told if len(asked) == 1]
    assert sum(extra) / len(extra) <= most


def topic(name):
    return name.partition(".")[0]
