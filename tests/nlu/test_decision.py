"""Answer, offer or decline; emergencies first."""

import pytest

from bot.nlu.decision import Decision, Thresholds, decide

THRESHOLDS = Thresholds(emergency=0.2, answer=0.5, margin=0.1, offer=0.3)


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        ([("renewal", 0.9), ("card_expiry", 0.1)], Decision("renewal", 0.9)),
        ([("renewal", 0.5), ("card_expiry", 0.39)], Decision("renewal", 0.5)),
        ([("renewal", 0.7), ("medical_emergency", 0.2)], Decision("medical_emergency", 0.2)),
        ([("renewal", 0.49), ("card_expiry", 0.2)], Decision("unsure", 0.49, ["renewal", "card_expiry"])),
        ([("renewal", 0.5), ("card_expiry", 0.41)], Decision("unsure", 0.5, ["renewal", "card_expiry"])),
        ([("uncovered", 0.8), ("renewal", 0.1)], Decision("uncovered", 0.8)),
        ([("uncovered", 0.4), ("renewal", 0.2)], Decision("uncovered", 0.4)),
        ([("out_of_scope", 0.3), ("renewal", 0.1)], Decision("out_of_scope", 0.3)),
        ([("a", 0.2), ("b", 0.1), ("c", 0.1), ("d", 0.1)], Decision("unsure", 0.2, ["a", "b", "c"])),
    ],
)
def test_decision(ranking, expected):
    assert decide(ranking, THRESHOLDS) == expected
