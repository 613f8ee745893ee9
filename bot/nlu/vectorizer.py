"""From named features to numbers: tf-idf, each kind of feature weighing the same whatever the message's length."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
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
        return cls.learn(messages, least)[0]

    @classmethod
    def learn(cls, messages: Iterable[Iterable[str]], least: int = MIN_MESSAGES) -> tuple[Vectorizer, csr_matrix]:
        """Learn the vocabulary as `fit` does, and return the messages' rows beside it: they are read but once."""
        numbers = _Numbers()
        counts = _counts([np.array([numbers[name] for name in message], dtype=np.int32) for message in messages])
        occurring = np.bincount(counts.indices, minlength=len(numbers))
        names = np.array(list(numbers), dtype=object)
        kept = np.array(sorted(np.flatnonzero(occurring >= least), key=names.__getitem__), dtype=np.int64)
        rarity = np.log((1 + counts.shape[0]) / (1 + occurring[kept])) + 1
        vectorizer = cls({name: column for column, name in enumerate(names[kept])}, rarity)
        return vectorizer, vectorizer._weighed(counts[:, kept])

    def transform(self, features: Iterable[str], *, diluted: bool = False) -> csr_matrix:
        """Return a message's row, shape (1, vocabulary); unknown features are left out.

        Args:
            features: what it has.
            diluted: whether what is known of it counts the less, the more of it is unknown.
        """
        return self.rows([features], diluted=diluted)

    def rows(self, messages: Iterable[Iterable[str]], *, diluted: bool = False) -> csr_matrix:
        """Return a row a message, as `transform` does each; many at once take a third of the time."""
        named, index = [list(features) for features in messages], self._index
        known = [np.array([index[name] for name in names if name in index], dtype=np.int32) for names in named]
        return self._weighed(_counts(known, len(index)), self._unknown(named) if diluted else 0.0)

    def _weighed(self, counts: csr_matrix, unknown: Array | float = 0.0) -> csr_matrix:
        """Return rows of weights from rows of counts; `unknown` tells how much each kind of a message is diluted."""
        kinds = self._kinds[counts.indices]
        values = (1 + np.log(counts.data)) * self._rarity[counts.indices]
        # A message's features of one kind, so that each weighs the same whatever its length.
        groups = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr)) * len(PLACES) + kinds
        squares = np.bincount(groups, values**2, minlength=counts.shape[0] * len(PLACES)) + unknown
        values *= SHARES[kinds] / np.sqrt(squares[groups])
        return csr_matrix((values, counts.indices, counts.indptr), shape=counts.shape)

    def _unknown(self, named: Sequence[Iterable[str]]) -> Array:
        """Return what unknown features weigh, by message and kind, shape (messages * kinds,)."""
        unknown = np.zeros((len(named), len(PLACES)))
        for place, names in enumerate(named):
            for name in set(names).difference(self._index):
                unknown[place, PLACES[name[0]]] += self._rarest**2
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


class _Numbers(dict[str, int]):
    """Numbers by name, in the order in which they are asked for."""

    def __missing__(self, name: str) -> int:
        number = self[name] = len(self)
        return number


def _counts(messages: Sequence[npt.NDArray[np.int32]], columns: int | None = None) -> csr_matrix:
    """Return how often each message has each column, shape (messages, columns); by default as many as there are."""
    borders = np.cumsum([0, *map(len, messages)])
    indices = np.concatenate([np.zeros(0, np.int32), *messages])
    width = columns if columns is not None else int(indices.max(initial=-1)) + 1
    counts = csr_matrix((np.ones(len(indices)), indices, borders), shape=(len(messages), width))
    counts.sum_duplicates()
    return counts
