"""A support vector machine with a Gaussian kernel: of two kinds of vectors, which is one nearer to?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.svm import SVC

from bot.nlu.encoder import Floats

FILE = "support.npz"


class KernelModel:
    """The vectors that matter, how much each does, and where their middle lies."""

    def __init__(self, centre: Floats, vectors: Floats, weights: Floats, bias: float, width: float) -> None:
        """Create a model.

        Args:
            centre: the mean of all vectors, which says nothing; shape (dimensions,).
            vectors: the support vectors less the centre, shape (support, dimensions).
            weights: shape (support,).
            bias: what is added.
            width: the kernel's gamma, times the mean square of the vectors' lengths.
        """
        self._centre = centre
        self._vectors = vectors
        self._weights = weights
        self._bias = bias
        self._width = width
        self._squares = (vectors**2).sum(axis=1)

    @classmethod
    def fit(cls, vectors: Floats, labels: Floats, weights: Floats, regularisation: float, width: float) -> KernelModel:
        """Learn from vectors with labels.

        Args:
            vectors: shape (examples, dimensions).
            labels: 1 or 0 for each.
            weights: how much each counts.
            regularisation: the machine's C.
            width: the kernel's gamma for vectors of length one.
        """
        centre = vectors.mean(axis=0)
        rest = vectors - centre
        gamma = width / float((rest**2).sum(axis=1).mean())
        machine = SVC(C=regularisation, gamma=gamma).fit(rest, labels, sample_weight=weights)
        support = machine.support_vectors_.astype(np.float32)
        return cls(centre, support, machine.dual_coef_[0].astype(np.float32), float(machine.intercept_[0]), gamma)

    def margins(self, vectors: Floats) -> Floats:
        """Return how far each vector lies on the side of label 1, shape (vectors,)."""
        rest = vectors - self._centre
        squares = (rest**2).sum(axis=1)[:, None] + self._squares - 2 * rest @ self._vectors.T
        margins: Floats = np.exp(-self._width * squares) @ self._weights + self._bias
        return margins

    def save(self, folder: Path) -> None:
        """Write the model into a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        # Half the digits are enough, in half the memory of the archive.
        vectors = self._vectors.astype(np.float16)
        settings = np.array([self._bias, self._width])
        np.savez_compressed(
            folder / FILE, centre=self._centre, vectors=vectors, weights=self._weights, settings=settings
        )

    @classmethod
    def load(cls, folder: Path) -> KernelModel:
        """Read a model back that `save` wrote."""
        with np.load(folder / FILE) as arrays:
            bias, width = map(float, arrays["settings"])
            return cls(arrays["centre"], arrays["vectors"].astype(np.float32), arrays["weights"], bias, width)
