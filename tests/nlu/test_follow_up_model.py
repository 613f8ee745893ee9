"""What can't stand alone is told from what can."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.nlu.follow_up_model import FollowUpModel


@pytest.fixture(scope="module")
def model():
    alone = np.array([True] * 300 + [False] * 30)
    rows = np.random.default_rng(0).normal(0, 0.1, (len(alone), 2)) + np.where(alone[:, None], [[1, 0]], [[0, 1]])
    return FollowUpModel.fit(csr_matrix(rows), list(alone), 1.0)


@pytest.mark.parametrize(("row", "follows"), [([1.0, 0.0], False), ([0.0, 1.0], True)])
def test_each_kind_is_known(model, row, follows):
    chance = model.chance(csr_matrix([row]))
    assert chance > 0.9 if follows else chance < 0.1


def test_without_follow_ups_every_message_stands_alone():
    model = FollowUpModel.fit(csr_matrix(np.eye(4)), [True] * 4, 1.0)
    assert model.chance(csr_matrix([[0, 1, 0, 0]])) == 0.0


def test_what_was_written_is_read_back(model, tmp_path):
    row = csr_matrix([[0.4, 0.6]])
    model.save(tmp_path / "model")
    assert FollowUpModel.load(tmp_path / "model").chance(row) == pytest.approx(model.chance(row), abs=1e-3)
