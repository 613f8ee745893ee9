"""A linear model with calibrated probabilities: a linear support vector machine a class, a softmax over the margins."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.svm import LinearSVC

from bot.nlu.columns import Columns, Floats, Steps, weighed

# How sure a margin is. Of examples held out it was 4.2 to 4.8 in every language for the topics, about 4 for the
# questions of a topic; to find it in each training took two fifths of the time, and of few examples found it badly.
SHARPNESS = 4.4
# Ten times as near to the best takes a fifth longer and predicts no better (0.685 of the topics held out, at any).
TOLERANCE = 0.1
MOST_STEPS = 127


class LinearModel:
    """Weights by feature and class, a bias by class; both as sharp as the margins are sure."""

    def __init__(self, classes: list[str], columns: Columns, weights: Steps, step: Floats, bias: Floats) -> None:
        """Create a model.

        Args:
            classes: the names of the classes.
            columns: the features that it looks at, in order.
            weights: in whole steps, shape (columns, classes).
            step: how much a step of each class weighs, shape (classes,).
            bias: shape (classes,).
        """
        self.classes = classes
        self._columns = columns
        self._weights = weights
        self._step = step
        self._bias = bias

    @classmethod
    def fit(cls, rows: csr_matrix, labels: list[str], regularisation: float, *, even: bool = False) -> LinearModel:
        """Learn from examples.

        Args:
            rows: one row of features an example.
            labels: the class of each, two classes at least.
            regularisation: the support vector machine's C.
            even: whether every class weighs the same, however many examples it has.
        """
        columns = np.unique(rows.indices).astype(np.int32)
        seen = rows[:, columns]
        weights_of_classes = "balanced" if even else None
        machine = LinearSVC(C=regularisation, class_weight=weights_of_classes, tol=TOLERANCE, random_state=0)
        machine.fit(seen, labels)
        weights, bias = _each_class(machine.coef_.T), _each_class(machine.intercept_)
        # A byte a weight is enough to rank by: the messages of our sets are ranked as with eight bytes.
        step = np.abs(weights).max(axis=0) / MOST_STEPS
        steps = np.round(weights / step).astype(np.int8)
        sure_step, sure_bias = (step * SHARPNESS).astype(np.float32), (bias * SHARPNESS).astype(np.float32)
        return cls([str(name) for name in machine.classes_], columns, steps, sure_step, sure_bias)

    def probabilities(self, row: csr_matrix) -> Floats:
        """Return the probability of each class for one row, shape (classes,)."""
        chances: Floats = softmax(weighed(row, self._columns, self._weights) * self._step + self._bias)
        return chances

    def ranked(self, row: csr_matrix) -> list[tuple[str, float]]:
        """Return every class with its probability for one row, the likeliest first."""
        chances = self.probabilities(row)
        return [(self.classes[place], float(chances[place])) for place in np.argsort(-chances)]

    def save(self, folder: Path) -> None:
        """Write the model into a folder, which is made."""
        folder.mkdir(parents=True)
        (folder / "classes.json").write_text(json.dumps(self.classes), "utf-8")
        # Rasa packs slowly, but at once what is compressed already.
        arrays: dict[str, Any] = {
            "columns": self._columns,
            "weights": self._weights,
            "step": self._step,
            "bias": self._bias,
        }
        np.savez_compressed(folder / "weights.npz", **arrays)

    @classmethod
    def load(cls, folder: Path) -> LinearModel:
        """Read a model back that `save` wrote."""
        classes = json.loads((folder / "classes.json").read_text("utf-8"))
        with np.load(folder / "weights.npz") as arrays:
            return cls(classes, arrays["columns"], arrays["weights"], arrays["step"], arrays["bias"])


def _each_class(values: Floats) -> Floats:
    """Return values by class; a machine of two classes has only those of the second, half of which speak for each."""
    return np.concatenate([-values, values], axis=-1) / 2 if values.shape[-1] == 1 else values
