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

# How much each kind counts (see bot.nlu.features, and for `n` bot.nlu.clause_model); docs/decisions/classifier.md has
# the figures.
WEIGHTS = {"w": 1.0, "b": 0.4, "c": 1.0, "r": 0.7, "k": 1.0, "p": 1.0, "n": 1.0}
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
        self._rarest = float(rarity.max(initial=0.0))

    @classmethod
    def fit(cls, messages: Iterable[Iterable[str]], least: int = MIN_MESSAGES) -> Vectorizer:
        """Learn the vocabulary: features that occur in at least so many messages."""
        documents = [set(features) for features in messages]
        counts = Counter(feature for document in documents for feature in document)
        kept = sorted(feature for feature, count in counts.items() if count >= least)
        rarity = np.log((1 + len(documents)) / (1 + np.array([counts[feature] for feature in kept]))) + 1
        return cls({feature: column for column, feature in enumerate(kept)}, rarity)

    def transform(self, features: Iterable[str], *, diluted: bool = False) -> csr_matrix:
        """Return the message's row, shape (1, vocabulary); unknown features are left out.

        Args:
            features: what it has.
            diluted: whether what is known of it counts the less, the more of it is unknown.
        """
        every = Counter(features)
        known = Counter({feature: count for feature, count in every.items() if feature in self._index})
        columns = np.array([self._index[feature] for feature in known], dtype=np.int32)
        values = (1 + np.log(np.fromiter(known.values(), float, len(known)))) * self._rarity[columns]
        kinds = np.array([feature[0] for feature in known], dtype=str)
        unknown = Counter(feature[0] for feature in every if feature not in known) if diluted else Counter()
        for kind, weight in WEIGHTS.items():
            length = np.hypot(np.linalg.norm(values[kinds == kind]), np.sqrt(unknown[kind]) * self._rarest)
            values[kinds == kind] *= weight / (length or 1)
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
