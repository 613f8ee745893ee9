"""Rows of features: each kind weighs the same whatever the length, many at once as one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.vectorizer import WEIGHTS, Vectorizer

LEARNT = [["w:card", "c:ca"], ["w:card", "w:lost"], ["w:fee", "c:fe", "k:cost"], ["w:fee", "k:cost"]]
FEATURES = st.lists(st.sampled_from(["w:card", "w:lost", "w:fee", "c:ca", "k:cost", "w:new", "k:new"]), max_size=8)


@pytest.fixture(scope="module")
def vectorizer():
    return Vectorizer.fit(LEARNT, 1)


@pytest.mark.parametrize("features", [["w:card"], ["w:card", "w:card", "w:lost"], ["k:cost"]])
def test_each_kind_has_its_own_length(vectorizer, features):
    row = vectorizer.transform(features)
    assert np.linalg.norm(row.data) == pytest.approx(WEIGHTS[features[0][0]])


def test_what_is_unknown_is_left_out_and_dilutes_on_wish(vectorizer):
    assert vectorizer.transform(["w:new"]).nnz == 0
    known, diluted = (vectorizer.transform(["w:card", "w:new"], diluted=wish) for wish in (False, True))
    assert diluted.data[0] < known.data[0]


@settings(deadline=None)
@given(messages=st.lists(FEATURES, max_size=6), diluted=st.booleans())
def test_many_at_once_are_as_one_by_one(vectorizer, messages, diluted):
    rows = vectorizer.rows(messages, diluted=diluted)
    assert rows.shape[0] == len(messages)
    for row, message in zip(rows, messages, strict=True):
        assert abs(row - vectorizer.transform(message, diluted=diluted)).max() == pytest.approx(0)
