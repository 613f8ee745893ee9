"""The personal checks as conversations: answered first, asked, interrupted, corrected, not known, stopped."""

import pytest

from actions.eligibility.checks import CHECKS
from bot.answers.cases_text import condition_text
from bot.answers.eligibility_texts import eligibility_texts
from bot.content.language import languages
from tests.words import words


def asked(replies):
    return replies[-1].custom.get("asks")


def decided(replies):
    return replies[-1].custom.get("decision", {}).get("outcome")


def payloads(reply):
    return [button.payload for button in reply.buttons]


@pytest.fixture(autouse=True)
def today(on_day):
    on_day("2026-11-30")


LANGUAGES = pytest.mark.parametrize(("language", "say"), words().items(), ids=words())


@LANGUAGES
def test_what_holds_is_told_before_anything_is_asked(ask, language, say):
    (reply,) = ask("/check_certificate", language)
    assert asked([reply]) == "registered" and decided([reply]) == "depends"
    assert condition_text("registered", (True,), language) in reply.text
    assert payloads(reply)[:2] == ['/answer{"fact": "registered=true"}', '/answer{"fact": "registered=false"}']


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("check", CHECKS)
def test_a_decided_check_leads_on(ask, language, check):
    ask(f"/{check}", language)
    reply = None
    for _ in range(3):
        (reply,) = ask('/answer{"answer": "unknown"}', language)
        if reply.custom["outcome"] == "decided":
            break
    titles = [button.title for button in reply.buttons]
    assert reply.custom["outcome"] == "decided" and len(set(titles)) == len(titles) >= 3


@LANGUAGES
def test_a_question_in_between_is_answered_and_the_check_goes_on_in_a_line(ask, language, say):
    ask("/check_certificate", language)
    first, then = ask(say["question"], language)
    assert first.custom["topic"] == "certificate_copy"
    assert asked([then]) == "registered"
    assert then.text.startswith(eligibility_texts(language).headings["go_on"]) and "\n" not in then.text


@LANGUAGES
def test_a_correction_replaces_what_was_said(ask, language, say):
    ask("/check_certificate", language)
    assert asked(ask(say["unregistered"], language)) == "card"
    replies = ask(say["correction"], language)
    assert (asked(replies), decided(replies)) == (None, "not_issued")


@LANGUAGES
def test_a_correction_is_taken_once_it_is_decided_too(ask, language, say):
    ask("/check_certificate", language)
    assert decided(ask('/answer{"fact": "card=none"}', language)) == "automatic"
    replies = ask('/answer{"fact": "registered=true"}', language)
    assert decided(replies) == "not_issued"
    assert "card" not in replies[-1].custom["decision"]["facts"]


@LANGUAGES
def test_what_an_answered_question_tells_besides_changes_the_decision(ask, language, say):
    ask("/check_certificate", language)
    assert decided(ask(say["registered"], language)) == "not_issued"
    assert decided(ask(say["lost"], language)) == "by_application"


@LANGUAGES
def test_what_was_told_last_can_be_taken_back(ask, language, say):
    ask("/check_certificate", language)
    (reply,) = ask(say["unregistered"], language)
    assert '/answer{"answer": "undo"}' in payloads(reply)
    replies = ask('/answer{"answer": "undo"}', language)
    assert asked(replies) == "registered" and replies[-1].custom["decision"]["facts"] == {}


@LANGUAGES
def test_it_says_why_it_asks(ask, language, say):
    (first,) = ask("/check_certificate", language)
    (reply,) = ask(say["why"], language)
    assert asked([reply]) == "registered"
    assert len(reply.text) < len(first.text) and first.text.splitlines()[-1] in reply.text


@LANGUAGES
def test_what_nobody_knows_is_told_case_by_case(ask, language, say):
    for said in ("/check_certificate", say["unknown"]):
        ask(said, language)
    (reply,) = ask(say["unknown"], language)
    assert reply.custom["outcome"] == "decided" and decided([reply]) == "depends"
    assert len(reply.custom["decision"]["cases"]) > 1


@LANGUAGES
def test_it_can_be_stopped(ask, language, say):
    ask("/check_certificate", language)
    (reply,) = ask(say["stop"], language)
    assert (asked([reply]), decided([reply])) == (None, None)
    assert asked(ask("/check_certificate", language)) == "registered"


@LANGUAGES
def test_after_a_decision_something_else_ends_the_check(ask, language, say):
    ask("/check_certificate", language)
    ask(say["registered"], language)
    (reply,) = ask(say["question"], language)
    assert reply.custom["topic"] == "certificate_copy"
    (reply,) = ask('/answer{"fact": "registered=false"}', language)
    assert reply.custom["outcome"] == "declined"


@LANGUAGES
def test_facts_stay_for_another_check_and_not_for_the_same_again(ask, language, say):
    ask("/check_certificate", language)
    ask(say["registered"], language)
    assert decided(ask("/switch_checklist", language)) == "nothing_left"
    assert asked(ask("/switch_checklist", language)) == "registered"


@LANGUAGES
def test_a_date_that_no_calendar_has_is_named(ask, language, say):
    ask("/check_expiry_dates", language)
    (reply,) = ask(say["no_day"], language)
    assert asked([reply]) == "issued_on"
    assert eligibility_texts(language).headings["impossible"] in reply.text


@LANGUAGES
def test_a_bare_date_answers_what_was_asked_or_it_is_asked_which_one_it_is(ask, language, say):
    ask("/check_expiry_dates", language)
    (reply,) = ask(say["day"], language)
    assert reply.custom["decision"]["facts"] == {}
    assert payloads(reply)[0] == '/answer{"fact": "electronic_certificate_until=2027-05-03"}'
    assert decided(ask(payloads(reply)[0], language)) == "valid"


@LANGUAGES
def test_what_was_told_earlier_is_taken_over_and_said_back(ask, language, say):
    ask(say["told"], language)
    ask("/faq/contact", language)
    (reply,) = ask("/check_certificate", language)
    assert decided([reply]) == "automatic"
    assert reply.text.startswith("✓")


@LANGUAGES
def test_what_was_only_supposed_is_not_taken_over(ask, language, say):
    ask(say["supposed"], language)
    assert asked(ask("/check_certificate", language)) == "registered"


@LANGUAGES
def test_it_can_be_begun_again(ask, language, say):
    ask("/check_certificate", language)
    ask('/answer{"fact": "registered=false"}', language)
    replies = ask(say["again"], language)
    assert asked(replies) == "registered" and replies[-1].custom["decision"]["facts"] == {}


@LANGUAGES
def test_a_medical_question_is_sent_on_and_the_check_goes_on(ask, language, say):
    ask("/check_certificate", language)
    replies = ask(say["medical"], language)
    assert replies[0].custom["topic"] == "medical_advice"
    assert asked(replies) == "registered"


@LANGUAGES
def test_after_a_change_of_language_the_questions_come_in_it(ask, language, say):
    ask("/check_certificate", language)
    replies = ask(say["wish"]["text"], language)
    other = say["wish"]["language"]
    assert eligibility_texts(other).facts["registered"].question in replies[-1].text
    reply = ask('/answer{"fact": "card=none"}')[-1]
    assert (reply.custom["language"], reply.custom["decision"]["facts"]) == (other, {"card": "none"})
