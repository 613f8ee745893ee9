"""What is said of a decision reads as sentences and lists of its language."""

import re

import pytest

from actions.eligibility.contradictions import contradiction
from bot.answers.decision_text import parts
from bot.answers.eligibility_texts import eligibility_texts
from bot.content.language import languages

EXCLUDE_EACH_OTHER = ("card", "certificate_until", "scheme")


@pytest.mark.parametrize("language", languages())
def test_what_contradicts_is_listed_with_a_separator(language):
    labels = [eligibility_texts(language).facts[fact].label for fact in EXCLUDE_EACH_OTHER]
    decision = contradiction("check_visit_document", (EXCLUDE_EACH_OTHER,))
    [line] = next(part.lines for part in parts(decision, language) if part.kind == "contradictions")
    between = re.split("|".join(map(re.escape, labels)), line)[1:-1]
    assert len(between) == 2
    assert all(separator.strip() for separator in between)
