"""Conversations about somebody's own case: the right outcome, after two questions at most and one on average."""

from pathlib import Path
from statistics import mean

import pytest
import yaml

from bot.content.language import languages

CASES = yaml.safe_load(Path(__file__).with_name("checks_in_conversation.yml").read_text("utf-8"))
MOST_QUESTIONS, MEAN_QUESTIONS = 2, 1


def conversation(case, language):
    """A story in a language; where it isn't understood yet, it must fail."""
    not_yet = pytest.mark.xfail(strict=True, reason="not understood yet")
    marks = not_yet if language in case.get("not_yet", ()) else ()
    return pytest.param(case, language, marks=marks, id=f"{case['story']}-{language}")


@pytest.mark.parametrize(("case", "language"), [conversation(case, key) for case in CASES for key in languages()])
def test_a_conversation_comes_to_its_outcome(on_day, ask, case, language):
    on_day("2026-11-30")
    replies = [reply for said in case.get("all") or case[language] for reply in ask(said, language)]
    asked = [reply.custom["asks"] for reply in replies if reply.custom.get("asks")]
    assert replies[-1].custom["decision"]["outcome"] == case["outcome"]
    assert replies[-1].custom["outcome"] == "decided"
    assert len(set(asked)) == case["questions"] <= MOST_QUESTIONS
    known = replies[-1].custom["decision"]["facts"]
    assert {name: known.get(name) for name in case.get("facts", {})} == case.get("facts", {})


def test_they_are_many_and_seldom_asked_much():
    assert len(CASES) * len(languages()) >= 40
    assert mean(case["questions"] for case in CASES) <= MEAN_QUESTIONS
