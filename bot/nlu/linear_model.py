"""A linear model with calibrated probabilities: a linear support vector machine a class, a softmax over the margins."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from scipy.special import log_softmax, softmax
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

Floats = npt.NDArray[np.float32]
HELD_OUT = 0.25


class LinearModel:
    """Weights by feature and class, a bias by class, and how much a margin says."""

    def __init__(self, classes: list[str], weights: Floats, bias: Floats, sharpness: float) -> None:
        """Create a model.

        Args:
            classes: the names of the classes.
            weights: shape (features, classes).
            bias: shape (classes,).
            sharpness: what margins are multiplied by before the softmax.
        """
        self.classes = classes
        self._weights = weights
        self._bias = bias
        self._sharpness = sharpness

    @classmethod
    def fit(cls, rows: csr_matrix, labels: list[str], regularisation: float) -> LinearModel:
        """Learn from examples.

        Args:
            rows: one row of features an example.
            labels: the class of each.
            regularisation: the support vector machine's C.
        """
        machine = LinearSVC(C=regularisation, random_state=0)
        sharpness = _sharpness(machine, rows, labels)
        machine.fit(rows, labels)
        weights, bias = machine.coef_.T.astype(np.float32), machine.intercept_.astype(np.float32)
        return cls([str(name) for name in machine.classes_], weights, bias, sharpness)

    def probabilities(self, row: csr_matrix) -> Floats:
        """Return the probability of each class for one row, shape (classes,)."""
        margins = row.data @ self._weights[row.indices] + self._bias
        chances: Floats = softmax(margins * self._sharpness)
        return chances

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        (folder / "classes.json").write_text(json.dumps(self.classes), "utf-8")
        # Half the digits are enough to rank by; and Rasa packs slowly, but at once what is compressed already.
        weights = self._weights.astype(np.float16)
        np.savez_compressed(folder / "weights.npz", weights=weights, bias=self._bias, sharpness=self._sharpness)

    @classmethod
    def load(cls, folder: Path) -> LinearModel:
        """Read a model back that `save` wrote."""
        classes = json.loads((folder / "classes.json").read_text("utf-8"))
        with np.load(folder / "weights.npz") as arrays:
            weights = arrays["weights"].astype(np.float32)
            return cls(classes, weights, arrays["bias"], float(arrays["sharpness"]))


def _sharpness(machine: LinearSVC, rows: csr_matrix, labels: list[str]) -> float:
    """Return the sharpness with which margins of examples not learnt from predict their labels best."""
    learnt, held_out, taught, asked = train_test_split(rows, np.array(labels), test_size=HELD_OUT, random_state=0)
    machine.fit(learnt, taught)
    known = np.isin(asked, machine.classes_)
    margins = machine.decision_function(held_out[known])
    truth = np.searchsorted(machine.classes_, asked[known])

    def surprise(sharpness: float) -> float:
        return float(-log_softmax(margins * sharpness, axis=1)[np.arange(len(truth)), truth].mean())

    return float(minimize_scalar(surprise, bounds=(0.1, 20), method="bounded").x)
