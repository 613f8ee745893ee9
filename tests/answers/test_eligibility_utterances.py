"""What a check says, for a case as a conversation keeps it, on Monday, 30 November 2026."""

from datetime import date

import pytest

from actions.eligibility.case import Case
from actions.eligibility.checks import CHECKS
from actions.eligibility.decision import Usual
from actions.eligibility.facts import USUAL, values_of
from bot.answers.cases_text import condition_text, unless_lines
from bot.answers.eligibility_utterances import decision, question
from bot.content.language import languages

TODAY = date(2026, 11, 30)
EACH_LANGUAGE = pytest.mark.parametrize("language", languages())


def case(check, **told):
    made = Case(check)
    if told:
        made.tell(told, TODAY)
    made.decide(TODAY)
    return made


@EACH_LANGUAGE
def test_a_lost_card_is_stopped_before_anything_is_asked(language):
    lost = case("check_visit_document", card="lost")
    text = question(lost, lost.next_fact(), language, interrupted=False)["text"]
    assert lost.asked == ["certificate"]
    assert "0120-95-0178" in text and text.index("0120") < text.rindex("\n")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ja", ["- 資格確認書がある場合：資格確認書を見せてください。", "- 資格確認書がない場合："]),
        ("en", ["- If you have an eligibility certificate", "- If you have no eligibility certificate:"]),
    ],
)
def test_both_sides_of_a_question_are_told(language, lines):
    text = question(case("check_visit_document", card="lost"), "certificate", language, interrupted=False)["text"]
    assert all(any(told.startswith(line) for told in text.splitlines()) for line in lines)


@pytest.mark.parametrize(
    ("language", "line"), [("ja", "使えなかったこと：12/5、いつか"), ("en", "I couldn't use: 12/5, いつか")]
)
def test_what_could_not_be_used_is_said_back(language, line):
    told = case("check_visit_document", registered=True)
    told.unused = ["12/5", "いつか"]
    assert line in decision(told, language)["text"].splitlines()


@EACH_LANGUAGE
def test_what_was_understood_stands_in_one_line(language):
    told = case("check_visit_document", registered=True, visit_day="2026-12-03")
    first, *_ = decision(told, language)["text"].splitlines()
    assert first.startswith("✓") and "2026" in first


@EACH_LANGUAGE
def test_where_the_outcome_is_clear_its_dates_stand_by_case(language):
    told = case("check_expiry_dates", issued_on="2021", born_on="--05-03")
    text = question(told, "issued_after_birthday", language, interrupted=False)["text"]
    assert text.count("2025") and text.count("2026")


@EACH_LANGUAGE
@pytest.mark.parametrize(
    "fact", [fact for fact in USUAL if fact in {"electronic_certificate", "insurer_data", "reader"}]
)
def test_an_exception_is_told_as_a_condition(language, fact):
    for value in values_of(fact):
        (line,) = unless_lines([Usual(fact, USUAL[fact], value, "depends")], language)
        assert line.removeprefix("- ") in condition_text(fact, (value,), language)


@EACH_LANGUAGE
def test_values_that_lead_to_the_same_are_told_together(language):
    text = condition_text("card", ("lost", "renewing", "none"), language)
    assert all(condition_text("card", (value,), language)[3:-3] in text for value in ("lost",)) and "{" not in text


@pytest.mark.parametrize("check", CHECKS)
def test_at_most_two_facts_are_asked_for(check):
    told = case(check)
    while fact := told.next_fact():
        told.unknown.append(fact)
        told.decide(TODAY)
    assert len(told.asked) <= 2


def test_a_correction_takes_away_what_it_contradicts():
    told = case("check_certificate", card="none")
    told.tell({"registered": True}, TODAY)
    assert told.facts == {"registered": True}
    told.undo()
    assert told.facts == {"card": "none"}


def test_a_case_of_an_earlier_version_is_begun_anew():
    assert Case.from_slot({"check": "check_certificate", "facts": {"reader_works": False}}) is None
