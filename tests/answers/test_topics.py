"""The topics that others rely on exist."""

from pathlib import Path

import pytest

from actions.eligibility.checks import CHECKS
from bot.content.files import read_yaml
from bot.content.topic import topics
from bot.project import ROOT

TOPICS = read_yaml(Path(__file__).with_name("topics.yml"))


@pytest.fixture(scope="module")
def known():
    intents = {intent for path in (ROOT / "domain").glob("*.yml") for intent in read_yaml(path).get("intents", [])}
    return intents | set(topics()) | set(CHECKS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_that_others_rely_on_exists(topic, known):
    assert topic in known


def test_every_answer_is_in_the_list():
    assert set(topics()) <= set(TOPICS)
