"""Vectors of the texts that models learn from, kept in `data/languages/<id>/vectors.npz`.

To embed them all takes minutes, a training is to take two; so they are computed once, by `madoguchi embed`. What isn't
kept is computed when it is needed, so nothing depends on the files but time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.content.language import LANGUAGES, known_languages
from bot.nlu.encoder import Encoder, Floats, encoder

VECTORS = "vectors.npz"
# A byte a dimension: of vectors of length one no dimension has reached a fifth, and what rounding adds is a hundredth.
STEPS = 508
MOST = 127


class KeptVectors:
    """An encoder that looks first for what it has computed before."""

    def __init__(self, encoder: Encoder, folder: Path = LANGUAGES) -> None:
        """Read what is kept.

        Args:
            encoder: computes what isn't.
            folder: the languages' folders.
        """
        self._encoder = encoder
        self._folder = folder
        self._kept: dict[int, npt.NDArray[np.int8]] = {}
        for path in sorted(folder.glob(f"*/{VECTORS}")):
            with np.load(path) as arrays:
                self._kept.update(zip(arrays["keys"].tolist(), arrays["vectors"], strict=True))

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return a vector a text, shape (texts, dimensions), rounded as what is kept is."""
        missing = [text for text in dict.fromkeys(texts) if _key(text) not in self._kept]
        if missing:
            rounded = np.clip(np.rint(self._encoder.embed(missing) * STEPS), -MOST, MOST).astype(np.int8)
            self._kept.update(zip(map(_key, missing), rounded, strict=True))
        return np.array([self._kept[_key(text)] for text in texts], np.float32) / STEPS

    def keep(self, language: str, texts: Iterable[str]) -> int:
        """Write the vectors of a language's texts, and no others; return how many they are."""
        found = {_key(text): text for text in texts}
        keys = sorted(found)
        self.embed([found[key] for key in keys])
        vectors = np.array([self._kept[key] for key in keys], np.int8)
        np.savez_compressed(self._folder / language / VECTORS, keys=np.array(keys, np.uint64), vectors=vectors)
        return len(keys)


@lru_cache
def kept_vectors() -> KeptVectors:
    """Return the kept vectors of the project's languages."""
    return KeptVectors(encoder())


def keep_vectors(texts: dict[str, list[str]]) -> dict[str, int]:
    """Compute and write the vectors of every language's texts; return how many each has."""
    return {
        language: kept_vectors().keep(language, texts[language])
        for language in known_languages()
        if texts.get(language)
    }


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
