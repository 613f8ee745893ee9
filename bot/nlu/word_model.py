"""A logistic regression over sparse rows: of two kinds of messages, which do its words belong to?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.nlu.encoder import Floats

FILE = "weights.npz"


class WordModel:
    """A weight a feature, and a bias."""

    def __init__(self, weights: Floats, bias: float) -> None:
        """Create a model; weights have the shape (features,)."""
        self._weights = weights.astype(np.float32)
        self._bias = bias

    @classmethod
    def fit(cls, rows: csr_matrix, labels: Floats, weights: Floats, regularisation: float) -> WordModel:
        """Learn from rows with labels.

        Args:
            rows: one row of features an example.
            labels: 1 or 0 for each.
            weights: how much each counts.
            regularisation: the regression's C.
        """
        machine = LogisticRegression(C=regularisation, solver="liblinear").fit(rows, labels, sample_weight=weights)
        return cls(machine.coef_[0], float(machine.intercept_[0]))

    def margins(self, rows: csr_matrix) -> Floats:
        """Return the log-odds of label 1 for each row, shape (rows,)."""
        margins: Floats = rows @ self._weights + self._bias
        return margins

    def save(self, folder: Path) -> None:
        """Write the model into a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        # Half the digits are enough, in half the room.
        np.savez_compressed(folder / FILE, weights=self._weights.astype(np.float16), bias=np.array(self._bias))

    @classmethod
    def load(cls, folder: Path) -> WordModel:
        """Read a model back that `save` wrote."""
        with np.load(folder / FILE) as arrays:
            return cls(arrays["weights"], float(arrays["bias"]))
