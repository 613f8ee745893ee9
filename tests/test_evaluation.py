"""What a reply is worth, by table."""

import pytest

from bot.evaluation.judge import Given, worth
from bot.evaluation.labelled_message import LabelledMessage

FEE, ONLINE, LOST = "renewal/fee", "renewal/online", "lost_reissue/fee"


def given(*answered, outcome="answered", offers=(), asks=None):
    return Given(answered, outcome, tuple(offers), asks)


@pytest.mark.parametrize(
    ("label", "more", "turn", "expected"),
    [
        pytest.param(FEE, {}, given(FEE), "correct", id="the very question"),
        pytest.param(FEE, {}, given(ONLINE), "partly", id="another question of the topic"),
        pytest.param(FEE, {}, given(LOST), "wrong", id="another topic"),
        pytest.param("renewal", {}, given(ONLINE), "correct", id="any question of a topic"),
        pytest.param(FEE, {"also_ok": [LOST]}, given(LOST), "correct", id="also right"),
        pytest.param(FEE, {"needs": [LOST]}, given(FEE, LOST), "correct", id="two questions, two answers"),
        pytest.param(FEE, {"needs": [LOST]}, given(FEE), "partly", id="one of two"),
        pytest.param(FEE, {}, given(FEE, LOST), "wrong", id="another topic besides"),
        pytest.param(FEE, {}, given(outcome="offered", offers=[ONLINE]), "offered", id="its topic offered"),
        pytest.param(FEE, {}, given(outcome="offered", offers=[LOST]), "declined", id="others offered"),
        pytest.param(FEE, {}, given("uncovered/general", outcome="declined"), "declined", id="declined"),
        pytest.param("out_of_scope", {}, given("out_of_scope", outcome="declined"), "correct", id="rightly declined"),
        pytest.param("out_of_scope", {}, given("uncovered/policy"), "correct", id="by a silent question"),
        pytest.param("out_of_scope", {}, given(FEE), "wrong", id="answered what is not ours"),
        pytest.param("out_of_scope", {}, given(outcome="offered", offers=[FEE]), "offered", id="offered in place"),
        pytest.param("uncovered/policy", {}, given("uncovered/general", outcome="declined"), "partly", id="vaguely"),
        pytest.param("check_certificate", {}, given("check_certificate", outcome="asked"), "correct", id="a check"),
        pytest.param(FEE, {}, given("medical_emergency", outcome="emergency"), "wrong", id="119 without cause"),
        pytest.param(FEE, {}, given(outcome="asked", asks="emergency"), "offered", id="asked whether somebody is ill"),
        pytest.param(
            "medical_emergency", {}, given("medical_emergency", outcome="emergency"), "correct", id="an emergency"
        ),
        pytest.param("medical_emergency", {}, given(FEE), "wrong", id="an emergency missed"),
    ],
)
def test_a_turn_is_worth(label, more, turn, expected):
    assert worth(LabelledMessage(lang="ja", text="?", label=label, **more), turn) == expected


def test_all_replies_of_a_turn_count():
    told = Given.of([{"topic": "renewal", "questions": [FEE], "outcome": "answered"}, {"topic": "check_certificate"}])
    assert told.answered == (FEE, "check_certificate")
