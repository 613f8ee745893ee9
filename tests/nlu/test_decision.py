"""What to do with a guess: by table."""

import pytest

from bot.nlu.decision import Thresholds, decide

THRESHOLDS = Thresholds(emergency=0.9, possible_emergency=0.5, answer=0.45, margin=0.05, offer=0.25)


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
        pytest.param({"a": 0.3, "thank": 0.25, "b": 0.2, "c": 0.2}, "unsure", ["a", "b", "c"], id="no talk"),
        pytest.param({"thank": 0.9, "a": 0.1}, "thank", [], id="small talk is answered"),
    ],
)
def test_decision(guesses, intent, offered):
    ranking = sorted(guesses.items(), key=lambda guess: -guess[1])
    decision = decide(ranking, 0.49, THRESHOLDS)
    assert (decision.intent, decision.offered) == (intent, offered)


@pytest.mark.parametrize(
    ("chance", "intent"),
    [(0.0, "a"), (0.49, "a"), (0.5, "possible_emergency"), (0.89, "possible_emergency"), (0.9, "medical_emergency")],
)
def test_an_emergency_comes_before_the_surest_topic(chance, intent):
    decision = decide([("a", 0.99), ("b", 0.01)], chance, THRESHOLDS)
    assert (decision.intent, decision.confidence) == (intent, 0.99 if intent == "a" else chance)
