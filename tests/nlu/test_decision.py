"""What to do with a guess: by table."""

import pytest

from bot.nlu.decision import Thresholds, decide

THRESHOLDS = Thresholds(emergency=0.1, answer=0.45, margin=0.05, offer=0.25)


@pytest.mark.parametrize(
    ("guesses", "intent", "offered"),
    [
        pytest.param({"a": 0.9, "b": 0.1}, "a", [], id="sure"),
        pytest.param({"a": 0.45, "b": 0.39}, "a", [], id="just sure enough"),
        pytest.param({"a": 0.44, "b": 0.2, "c": 0.2, "d": 0.1}, "unsure", ["a", "b", "c"], id="not sure enough"),
        pytest.param({"a": 0.48, "b": 0.44, "c": 0.08}, "unsure", ["a", "b", "c"], id="no lead"),
        pytest.param({"a": 0.08, "b": 0.08, "c": 0.08, "uncovered": 0.05}, "uncovered", [], id="too vague to offer"),
        pytest.param({"out_of_scope": 0.6, "a": 0.3, "b": 0.1}, "out_of_scope", [], id="declined"),
        pytest.param({"uncovered": 0.3, "a": 0.4, "out_of_scope": 0.2, "b": 0.1}, "uncovered", [], id="together"),
        pytest.param(
            {"a": 0.46, "uncovered": 0.25, "out_of_scope": 0.2, "b": 0.09}, "unsure", ["a", "b"], id="no lead then"
        ),
        pytest.param({"a": 0.8, "b": 0.1, "medical_emergency": 0.1}, "medical_emergency", [], id="emergency"),
        pytest.param({"a": 0.3, "thank": 0.25, "b": 0.2, "c": 0.2}, "unsure", ["a", "b", "c"], id="no talk"),
        pytest.param({"thank": 0.9, "a": 0.1}, "thank", [], id="small talk is answered"),
    ],
)
def test_decision(guesses, intent, offered):
    ranking = sorted(guesses.items(), key=lambda guess: -guess[1])
    decision = decide(ranking, THRESHOLDS)
    assert (decision.intent, decision.offered) == (intent, offered)
