"""The personal checks as conversations: asked, interrupted, corrected, not known, stopped."""

import pytest


def asked(replies):
    return replies[-1].custom.get("ask", {}).get("fact")


def decided(replies):
    return replies[-1].custom.get("decision", {}).get("outcome")


@pytest.fixture(autouse=True)
def today(on_day):
    on_day("2026-11-24")


CASES = {
    "ja": {
        "start": "/check_certificate",
        "card": "手元にあります",
        "registered": "まだ登録していません",
        "question": "資格確認書のコピーで受診できますか",
        "correction": "違う、登録済みです",
        "unknown": "分かりません",
        "stop": "もういいです",
        "no": "いいえ",
    },
    "en": {
        "start": "/check_certificate",
        "card": "I have it",
        "registered": "not registered",
        "question": "Can I use a photocopy of the eligibility certificate?",
        "correction": "no wait, it is registered",
        "unknown": "I don't know",
        "stop": "never mind",
        "no": "no",
    },
}
LANGUAGES = pytest.mark.parametrize(("language", "say"), CASES.items())


@LANGUAGES
def test_only_what_still_matters_is_asked(ask, language, say):
    assert asked(ask(say["start"], language)) == "card"
    assert asked(ask(say["card"], language)) == "registered"
    assert asked(ask(say["registered"], language)) == "joining_now"
    assert decided(ask(say["no"], language)) == "automatic"


@LANGUAGES
def test_a_question_in_between_is_answered_and_the_check_goes_on(ask, language, say):
    ask(say["start"], language)
    ask(say["card"], language)
    replies = ask(say["question"], language)
    assert replies[0].custom["topic"] == "certificate_copy"
    assert asked(replies) == "registered"


@LANGUAGES
def test_a_correction_replaces_what_was_said(ask, language, say):
    ask(say["start"], language)
    ask(say["card"], language)
    ask(say["registered"], language)
    replies = ask(say["correction"], language)
    assert asked(replies) == "electronic_certificate_until"


@LANGUAGES
def test_what_nobody_knows_is_told_case_by_case(ask, language, say):
    ask(say["start"], language)
    ask(say["card"], language)
    ask(say["unknown"], language)
    replies = ask(say["unknown"], language)
    for _ in range(5):
        if decided(replies):
            break
        replies = ask(say["unknown"], language)
    assert decided(replies) == "depends"
    assert len(replies[-1].custom["decision"]["possible"]) > 1


@LANGUAGES
def test_it_can_be_stopped(ask, language, say):
    ask(say["start"], language)
    replies = ask(say["stop"], language)
    assert (asked(replies), decided(replies)) == (None, None)
    assert asked(ask(say["start"], language)) == "card"


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("ja", "2021年3月にマイナンバーカードを作りました。誕生日は9月15日です。電子証明書はいつ切れますか"),
        ("en", "I got my card in March 2021 and my birthday is 15 September. When does my certificate expire?"),
    ],
)
def test_what_was_said_at_first_is_not_asked_again(ask, language, first):
    replies = ask(first, language)
    assert replies[-1].custom["topic"] == "check_expiry_dates"
    assert asked(replies) == "adult_at_issue"


@pytest.mark.parametrize(("language", "when"), [("ja", "2月30日"), ("en", "30 February")])
def test_a_date_that_no_calendar_has_is_named(ask, language, when):
    ask("/check_expiry_dates", language)
    (reply,) = ask(when, language)
    assert asked([reply]) == "issued_on"
    assert {"ja": "カレンダーにありません", "en": "no such date"}[language] in reply.text


EARLIER = pytest.mark.parametrize(
    ("language", "told", "supposed"),
    [
        ("ja", "母はマイナンバーカードを持っていません", "マイナンバーカードを持っていない場合はどうなりますか"),
        ("en", "My mother doesn't have a My Number Card", "What if she doesn't have a My Number Card?"),
    ],
)


@EARLIER
def test_what_was_told_earlier_is_taken_over_and_said_back(ask, language, told, supposed):
    ask(told, language)
    ask("/faq/contact", language)
    replies = ask("/check_certificate", language)
    assert asked(replies) == "joining_now"
    assert "✓" in replies[-1].text


@EARLIER
def test_what_was_only_supposed_is_not_taken_over(ask, language, told, supposed):
    ask(supposed, language)
    assert asked(ask("/check_certificate", language)) == "card"


@EARLIER
def test_what_was_told_in_an_earlier_check_is_not_taken_for_another_person(ask, language, told, supposed):
    ask(told, language)
    ask("/check_certificate", language)
    ask('/answer{"answer": "no"}', language)
    assert asked(ask("/check_certificate", language)) == "card"


@pytest.mark.parametrize(
    ("language", "over", "month", "read"),
    [("ja", "切れとるみたい", "3月です", "2026年3月31日"), ("en", "it has expired", "in March", "31 March 2026")],
)
def test_expired_without_a_date_is_understood_and_asked_for(ask, language, over, month, read):
    for said in ("/check_visit_document", '/answer{"answer": "at_hand"}', '/answer{"answer": "yes"}'):
        ask(said, language)
    (reply,) = ask(over, language)
    assert asked([reply]) == "electronic_certificate_until"
    assert {"ja": "もう切れているのですね", "en": "So it has expired"}[language] in reply.text
    assert read in ask(month, language)[0].text


@pytest.mark.parametrize(("language", "again"), [("ja", "最初からやり直したい"), ("en", "start over please")])
def test_it_can_be_begun_again(ask, language, again):
    ask("/check_certificate", language)
    ask('/answer{"answer": "none"}', language)
    assert asked(ask(again, language)) == "card"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("ja", "血圧の薬は朝と夜どちらに飲めばいいですか"),
        ("en", "Should I take my blood pressure pills at night?"),
    ],
)
def test_a_medical_question_is_sent_on_and_the_check_goes_on(ask, language, question):
    ask("/check_certificate", language)
    replies = ask(question, language)
    assert replies[0].custom["topic"] == "medical_advice"
    assert asked(replies) == "card"


@pytest.mark.parametrize(
    ("language", "wish", "other", "question"),
    [
        ("ja", "英語で話してください", "en", "Where is your My Number Card now?"),
        ("en", "Please speak Japanese", "ja", "マイナンバーカードは、いまどうなっていますか。"),
    ],
)
def test_after_a_change_of_language_the_questions_come_in_it(ask, language, wish, other, question):
    ask("/check_certificate", language)
    replies = ask(wish, language)
    assert question in replies[-1].text
    reply = ask('/answer{"answer": "none"}')[-1]
    assert (reply.custom["language"], asked([reply])) == (other, "joining_now")
