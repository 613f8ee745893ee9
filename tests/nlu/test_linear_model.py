"""The model ranks what it learnt, and says how sure it is."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.nlu.linear_model import LinearModel

NAMES = ["card", "certificate", "notice"]


def _rows(count):
    """Rows whose largest place is the class, with a little noise."""
    noise = np.random.default_rng(0).normal(0, 0.1, (count * len(NAMES), len(NAMES)))
    return csr_matrix(np.tile(np.eye(len(NAMES)), (count, 1)) + noise)


@pytest.fixture(scope="module")
def model():
    return LinearModel.fit(_rows(40), NAMES * 40, 1.0)


def test_every_class_is_found_by_its_feature(model):
    likeliest = [model.classes[model.probabilities(row).argmax()] for row in csr_matrix(np.eye(3))]
    assert likeliest == NAMES


def test_probabilities_add_up_to_one(model):
    assert model.probabilities(csr_matrix([[1, 1, 0]])).sum() == pytest.approx(1)


def test_two_features_are_less_sure_than_one(model):
    assert model.probabilities(csr_matrix([[1, 0, 0]])).max() > model.probabilities(csr_matrix([[1, 1, 0]])).max()


def test_a_class_with_a_single_example_can_be_learnt():
    rows = csr_matrix(np.vstack([_rows(20).toarray(), [[-3, -3, -3]]]))
    learnt = LinearModel.fit(rows, [*NAMES * 20, "rare"], 1.0)
    assert learnt.classes[learnt.probabilities(csr_matrix([[-3, -3, -3]])).argmax()] == "rare"


def test_a_model_read_back_is_the_model_written(model, tmp_path):
    model.save(tmp_path / "model")
    row = csr_matrix([[0.2, 0.9, 0.1]])
    assert LinearModel.load(tmp_path / "model").probabilities(row) == pytest.approx(model.probabilities(row), abs=1e-3)


def test_a_weight_takes_a_byte(model, tmp_path):
    model.save(tmp_path / "model")
    with np.load(tmp_path / "model" / "weights.npz") as arrays:
        assert arrays["weights"].dtype == np.int8
