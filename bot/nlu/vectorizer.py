"""From named features to numbers: tf-idf, each kind of feature weighing the same whatever the message's length."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Array = npt.NDArray[np.float64]

# How much each kind counts (see bot.nlu.features); docs/decisions/classifier.md has the figures.
WEIGHTS = {"w": 1.0, "b": 0.4, "c": 1.0, "r": 0.7, "k": 1.0, "p": 1.0}
MIN_MESSAGES = 3


class Vectorizer:
    """A vocabulary with the rarity of each feature."""

    def __init__(self, index: dict[str, int], rarity: Array) -> None:
        """Create a vectorizer.

        Args:
            index: the column of each feature.
            rarity: inverse document frequency by column.
        """
        self._index = index
        self._rarity = rarity

    @classmethod
    def fit(cls, messages: Iterable[Iterable[str]]) -> Vectorizer:
        """Learn the vocabulary: features that occur in at least `MIN_MESSAGES` messages."""
        documents = [set(features) for features in messages]
        counts = Counter(feature for document in documents for feature in document)
        kept = sorted(feature for feature, count in counts.items() if count >= MIN_MESSAGES)
        rarity = np.log((1 + len(documents)) / (1 + np.array([counts[feature] for feature in kept]))) + 1
        return cls({feature: column for column, feature in enumerate(kept)}, rarity)

    def transform(self, features: Iterable[str]) -> csr_matrix:
        """Return the message's row, shape (1, vocabulary); unknown features are left out."""
        known = Counter(feature for feature in features if feature in self._index)
        columns = np.array([self._index[feature] for feature in known], dtype=np.int32)
        values = (1 + np.log(np.fromiter(known.values(), float, len(known)))) * self._rarity[columns]
        kinds = np.array([feature[0] for feature in known], dtype=str)
        for kind, weight in WEIGHTS.items():
            values[kinds == kind] *= weight / (np.linalg.norm(values[kinds == kind]) or 1)
        return csr_matrix((values, columns, [0, len(columns)]), shape=(1, len(self._index)))

    def save(self, folder: Path) -> None:
        """Write the vocabulary into a folder."""
        (folder / "vocabulary.json").write_text(json.dumps(list(self._index), ensure_ascii=False), "utf-8")
        np.save(folder / "rarity.npy", self._rarity)

    @classmethod
    def load(cls, folder: Path) -> Vectorizer:
        """Read a vocabulary back that `save` wrote."""
        names = json.loads((folder / "vocabulary.json").read_text("utf-8"))
        return cls({name: column for column, name in enumerate(names)}, np.load(folder / "rarity.npy"))
