"""Linear borders: for each label one between the clauses that tell it and the rest, found by ridge regression."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix

from bot.nlu.columns import Columns, Floats, weighed

# A fact with its value; a fact's date has the value `date`.
Label = tuple[str, str]
RIDGE = 0.5


class Borders:
    """Weights by feature and label, and a bias by label."""

    def __init__(self, labels: list[Label], columns: Columns, weights: Floats, bias: Floats) -> None:
        """Create the borders.

        Args:
            labels: facts with their values.
            columns: the features that they look at, in order.
            weights: shape (columns, labels).
            bias: shape (labels,).
        """
        self.labels = labels
        self._columns = columns
        self._weights = weights
        self._bias = bias

    @classmethod
    def fit(cls, rows: csr_matrix, told: Sequence[Collection[Label]]) -> Borders:
        """Learn from clauses.

        Args:
            rows: one row of features a clause.
            told: what each tells of this.
        """
        labels = sorted({label for found in told for label in found})
        columns = np.unique(rows.indices).astype(np.int32)
        seen = rows[:, columns]
        truth = np.array([[1.0 if label in found else -1.0 for label in labels] for found in told])
        bias = truth.mean(axis=0)
        # Ridge regression in its dual form: all labels by one factorisation.
        alike = (seen @ seen.T).toarray().astype(np.float32)
        alike[np.diag_indices_from(alike)] += RIDGE
        weights = seen.T @ cho_solve(cho_factor(alike, overwrite_a=True), truth - bias)
        return cls(labels, columns, weights.astype(np.float16), bias.astype(np.float32))

    def margins(self, row: csr_matrix) -> dict[Label, float]:
        """Return how far inside each border one row lies; below 0 is outside."""
        margins = weighed(row, self._columns, self._weights) + self._bias
        return dict(zip(self.labels, map(float, margins), strict=True))

    def save(self, folder: Path) -> None:
        """Write the borders into a folder, which is made."""
        folder.mkdir(parents=True)
        (folder / "labels.json").write_text(json.dumps(self.labels), "utf-8")
        np.savez_compressed(folder / "borders.npz", columns=self._columns, weights=self._weights, bias=self._bias)

    @classmethod
    def load(cls, folder: Path) -> Borders:
        """Read borders back that `save` wrote."""
        labels = [(fact, value) for fact, value in json.loads((folder / "labels.json").read_text("utf-8"))]
        with np.load(folder / "borders.npz") as arrays:
            return cls(labels, arrays["columns"], arrays["weights"], arrays["bias"])
