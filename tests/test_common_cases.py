"""The commonest cases through the whole conversation: at most five questions, and the right outcome."""

from pathlib import Path

import pytest
import yaml

from bot.content.language import languages

CASES = yaml.safe_load(Path(__file__).with_name("checks_in_conversation.yml").read_text())
MOST_QUESTIONS = 5


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_common_case_is_decided_after_five_questions_at_most(on_day, ask, case, language):
    on_day("2026-11-24")
    answers = case[languages()[language].base]
    (reply,), questions = ask(f"/{case['check']}", language), []
    while fact := reply.custom.get("ask", {}).get("fact"):
        questions.append(fact)
        assert len(questions) <= MOST_QUESTIONS, questions
        (reply,) = ask(answers[fact], language)
    assert reply.custom["decision"]["outcome"] == case["outcome"]
    assert len(questions) == len(set(questions)), questions
