"""Can a message stand alone, or does it go on from what was answered before?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import expit, logit

from bot.nlu.linear_model import LinearModel

ALONE, FOLLOWS = "alone", "follows"
# Messages that stand alone, learnt from for each that doesn't.
AGAINST = 8


class FollowUpModel:
    """A linear model of the two kinds.

    After an answer a message goes on from it as often as not, so what the model learnt from, one in nine, is put right.
    """

    def __init__(self, model: LinearModel | None) -> None:
        """Create the model from its linear one, or from none: then every message stands alone."""
        self._model = model

    @classmethod
    def fit(cls, rows: csr_matrix, alone: Sequence[bool], regularisation: float) -> FollowUpModel:
        """Learn from examples: a row of features each, and whether it can stand alone."""
        follow, stand = np.flatnonzero(~np.array(alone)), np.flatnonzero(alone)
        if not len(follow):
            return cls(None)
        apart = np.random.default_rng(0).permutation(stand)[: AGAINST * len(follow)]
        labels = [FOLLOWS] * len(follow) + [ALONE] * len(apart)
        return cls(LinearModel.fit(rows[np.concatenate([follow, apart])], labels, regularisation))

    def chance(self, row: csr_matrix) -> float:
        """Return the probability that a message of this row, written after an answer, can't stand alone."""
        if self._model is None:
            return 0.0
        learnt = dict(self._model.ranked(row))[FOLLOWS]
        return float(expit(logit(learnt) + np.log(AGAINST)))

    def save(self, folder: Path) -> None:
        """Write the model into a folder, which is made; nothing where there is none."""
        if self._model is not None:
            self._model.save(folder)

    @classmethod
    def load(cls, folder: Path) -> FollowUpModel:
        """Read back what `save` wrote."""
        return cls(LinearModel.load(folder) if folder.exists() else None)
