"""Vectors are computed once, and what is kept is what would be computed."""

import numpy as np
import pytest

from bot.nlu.kept_vectors import VECTORS, KeptVectors


class Counting:
    """An encoder that notes what it is asked for."""

    def __init__(self):
        self.asked = []

    def embed(self, texts):
        self.asked += texts
        rows = np.array([[len(text), 1.0, text.count("a")] for text in texts], np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True) / 6


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "en").mkdir()
    return tmp_path


def test_what_is_kept_is_not_computed_again(folder):
    assert KeptVectors(Counting(), folder).keep("en", ["card", "a fee", "card"]) == 2
    encoder = Counting()
    KeptVectors(encoder, folder).embed(["a fee", "card", "new"])
    assert encoder.asked == ["new"]


def test_a_vector_is_the_same_kept_or_computed(folder):
    computed = KeptVectors(Counting(), folder).embed(["card", "a fee"])
    KeptVectors(Counting(), folder).keep("en", ["card", "a fee"])
    assert np.array_equal(KeptVectors(Counting(), folder).embed(["card", "a fee"]), computed)
    assert np.allclose(computed, Counting().embed(["card", "a fee"]), atol=1e-3)


def test_what_is_no_longer_an_example_is_not_kept(folder):
    KeptVectors(Counting(), folder).keep("en", ["card", "a fee"])
    KeptVectors(Counting(), folder).keep("en", ["card"])
    with np.load(folder / "en" / VECTORS) as arrays:
        assert arrays["keys"].shape == (1,) and arrays["vectors"].dtype == np.int8
