"""The list of the leaflets' facts names topics that there are, and all those of which the leaflets say something."""

import re

from actions.eligibility.checks import CHECKS
from bot.content.dialogue import responses
from bot.content.source import leaflets
from bot.content.topic import topics
from bot.project import ROOT

SECTION = re.compile(r"^## (\S+):.*?\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def _facts():
    """Yield the leaflet of each fact and what tells it."""
    text = (ROOT / "docs" / "facts.md").read_text("utf-8")
    for leaflet, table in SECTION.findall(text):
        for row in [line for line in table.splitlines() if line.startswith("|")][2:]:
            *_, told_by, _ = row.split("|")
            yield leaflet, [name.strip().removesuffix(" (rule)") for name in told_by.split(",")]


def test_every_leaflet_has_its_facts():
    assert {leaflet for leaflet, _ in _facts()} == set(leaflets())


def test_each_fact_is_told_by_something_that_there_is():
    others = {entry.topic for entry in responses().values() if entry.topic}
    assert {name for _, names in _facts() for name in names} <= {*topics(), *CHECKS, *others}


def test_every_topic_of_which_the_leaflets_say_something_is_in_the_list():
    told = {name for name, topic in topics().items() if any(entry.says != "no" for entry in topic.questions.values())}
    assert told <= {name for _, names in _facts() for name in names}
