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
PLACES = {kind: place for place, kind in enumerate(WEIGHTS)}
SHARES = np.array(list(WEIGHTS.values()))
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
        self._kinds = np.array([PLACES[feature[0]] for feature in index], dtype=np.int64)

    @classmethod
    def fit(cls, messages: Iterable[Iterable[str]], least: int = MIN_MESSAGES) -> Vectorizer:
        """Learn the vocabulary: features that occur in at least so many messages."""
        documents = [set(features) for features in messages]
        counts = Counter[str]()
        for document in documents:
            counts.update(document)
        kept = sorted(feature for feature, count in counts.items() if count >= least)
        rarity = np.log((1 + len(documents)) / (1 + np.array([counts[feature] for feature in kept]))) + 1
        return cls({feature: column for column, feature in enumerate(kept)}, rarity)

    def transform(self, features: Iterable[str], *, diluted: bool = False) -> csr_matrix:
        """Return a message's row, shape (1, vocabulary); unknown features are left out.

        Args:
            features: what it has.
            diluted: whether what is known of it counts the less, the more of it is unknown.
        """
        return self.rows([features], diluted=diluted)

    def rows(self, messages: Iterable[Iterable[str]], *, diluted: bool = False) -> csr_matrix:
        """Return a row a message, as `transform` does each; many at once take a third of the time."""
        counted = [Counter(features) for features in messages]
        known = [[feature for feature in counts if feature in self._index] for counts in counted]
        counts = np.array([counts[name] for counts, names in zip(counted, known, strict=True) for name in names])
        columns = np.array([self._index[name] for names in known for name in names], dtype=np.int32)
        lengths = np.array([len(names) for names in known], dtype=np.int64)
        values = (1 + np.log(counts)) * self._rarity[columns] if len(columns) else np.zeros(0)
        # A message's features of one kind, so that each weighs the same whatever its length.
        groups = np.repeat(np.arange(len(counted)), lengths) * len(PLACES) + self._kinds[columns]
        squares = np.bincount(groups, values**2, minlength=len(counted) * len(PLACES))
        if diluted:
            squares = squares + self._rarest**2 * self._unknown(counted)
        values *= SHARES[self._kinds[columns]] / np.sqrt(squares[groups])
        borders = np.concatenate([[0], np.cumsum(lengths)])
        return csr_matrix((values, columns, borders), shape=(len(counted), len(self._index)))

    def _unknown(self, counted: list[Counter[str]]) -> Array:
        """Return how many features of each kind are unknown, message by message, shape (messages * kinds,)."""
        unknown = np.zeros((len(counted), len(PLACES)))
        for place, counts in enumerate(counted):
            for feature in counts:
                unknown[place, PLACES[feature[0]]] += feature not in self._index
        return unknown.ravel()

    def save(self, folder: Path) -> None:
        """Write the vocabulary into a folder."""
        (folder / "vocabulary.json").write_text(json.dumps(list(self._index), ensure_ascii=False), "utf-8")
        np.save(folder / "rarity.npy", self._rarity)

    @classmethod
    def load(cls, folder: Path) -> Vectorizer:
        """Read a vocabulary back that `save` wrote."""
        names = json.loads((folder / "vocabulary.json").read_text("utf-8"))
        return cls({name: column for column, name in enumerate(names)}, np.load(folder / "rarity.npy"))
