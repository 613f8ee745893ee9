"""Whatever is said or pressed, whenever: one reply to it, and the conversation goes on."""

import pytest
import yaml

from actions.eligibility.checks import CHECKS
from bot.content.dialogue import response_texts
from bot.content.language import languages
from bot.project import ROOT

INTENTS = [
    *CHECKS,
    *(
        intent
        for name in ("dialogue", "eligibility")
        for intent in yaml.safe_load((ROOT / "domain" / f"{name}.yml").read_text())["intents"]
        if intent != "faq"
    ),
]
PAYLOADS = [
    *(f"/{intent}" for intent in INTENTS),
    "/faq/certificate_copy",
    '/answer{"answer": "unknown"}',
    '/answer{"answer": "nonsense"}',
    '/answer{"answer": "undo"}',
    '/answer{"answer": "why"}',
    '/answer{"fact": "registered=true"}',
    '/answer{"fact": "registered"}',
    '/answer{"fact": "weather=fine"}',
    '/check_visit_document{"fact": "card=lost"}',
    "/answer{broken",
    # What an old page, or somebody with a keyboard, may send.
    *(
        "/faq",
        "/faq/no_such_topic",
        "/no_such_intent",
        "/restart",
        "/back",
        "/session_start",
        "/nlu_fallback",
        "/",
        "😀",
    ),
]
STATES = {
    "nothing said": [],
    "a check going on": ["/check_certificate"],
    "a question asked twice": ["/check_certificate", "/none_of_these"],
    "after an offer": ["/unsure"],
    "after an answer": ["/faq/certificate_copy"],
    "after a decision": ["/check_certificate", '/answer{"fact": "card=none"}'],
    "after a stop": ["/check_certificate", '/answer{"answer": "stop"}'],
    "after an emergency in a check": ["/check_certificate", "/medical_emergency"],
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("state", STATES)
def test_everything_is_replied_to_once_everywhere(ask, engine, request, state, payload, language):
    for said in STATES[state]:
        ask(said, language)
    replies = ask(payload, language)
    # An answer inside a check is followed by the check's question.
    texts = [reply.text for reply in replies]
    assert 1 <= len(texts) == len(set(texts)) <= 2, texts
    assert all(texts)
    actions = [event["name"] for event in engine.remembered(request.node.nodeid) if event["event"] == "action"]
    assert actions[-1] == "action_listen"
    assert ask("/faq/contact", language)[0].custom["topic"] == "contact"


@pytest.mark.parametrize("language", languages())
def test_a_button_of_a_question_that_is_over_says_so_and_offers_the_checks(ask, language):
    (reply,) = ask('/answer{"answer": "unknown"}', language)
    assert reply.text == response_texts(language)["utter_question_over"].strip()
    assert len(reply.buttons) == 5
