"""Two models' chances as one."""

import pytest

from bot.nlu.blending import blended

OURS = [("fee", 0.6), ("general", 0.4)]


@pytest.mark.parametrize(
    ("theirs", "share", "first"),
    [
        ([("general", 0.9), ("fee", 0.1)], 0.5, "general"),
        ([("general", 0.9), ("fee", 0.1)], 0.0, "fee"),
        ([("general", 0.55), ("fee", 0.45)], 0.3, "fee"),
        ([("fee", 1.0)], 0.5, "fee"),
        ([], 0.5, "fee"),
    ],
)
def test_the_weightier_opinion_comes_first(theirs, share, first):
    chances = blended(OURS, theirs, share)
    assert chances[0][0] == first
    assert sum(chance for _, chance in chances) == pytest.approx(1)
