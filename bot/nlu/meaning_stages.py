"""Topics and questions by what a message means: the two stages over the encoder's vectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from hashlib import blake2b
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from bot.content.topic import GENERAL
from bot.nlu.encoder import Encoder, Floats
from bot.nlu.lesson import Lesson
from bot.nlu.two_stages import TwoStages

# Examples learnt from: of a particular question in a language, of a general one, and of what is no question.
PARTICULAR, WHOLE, OTHER = 16, 40, 120
# A particular question has few examples to be told from its neighbours by, so they count.
REGULARISATION = 10.0
CENTRE = "centre.npy"


class MeaningStages:
    """The two stages, over vectors less their mean, which all texts share and which says nothing."""

    def __init__(self, encoder: Encoder, centre: Floats, stages: TwoStages) -> None:
        """Create the model from its parts."""
        self._encoder = encoder
        self._centre = centre
        self.stages = stages

    @classmethod
    def fit(cls, lessons: Sequence[Lesson], encoder: Encoder, beside: Executor) -> Callable[[], MeaningStages]:
        """Begin to learn from some of the lessons of every label and language.

        Args:
            lessons: all that there are.
            encoder: turns texts into vectors.
            beside: where the stages are fitted, while other things are learnt here.

        Returns:
            What waits for the model and returns it.
        """
        learnt = chosen(lessons)
        vectors = encoder.embed([lesson.text for lesson in learnt])
        centre = vectors.mean(axis=0)
        labels = [lesson.label for lesson in learnt]
        stages = beside.submit(TwoStages.fit, _rows(vectors, centre), labels, [True] * len(labels), REGULARISATION)
        return lambda: cls(encoder, centre, stages.result())

    def row(self, text: str) -> csr_matrix:
        """Return a text's vector as the stages take it."""
        return _rows(self._encoder.embed([text]), self._centre)

    def save(self, folder: Path) -> None:
        """Write the model into a folder, which is made."""
        folder.mkdir()
        np.save(folder / CENTRE, self._centre)
        self.stages.save(folder)

    @classmethod
    def load(cls, folder: Path, encoder: Encoder) -> MeaningStages:
        """Read back what `save` wrote."""
        return cls(encoder, np.load(folder / CENTRE), TwoStages.load(folder))


def chosen(lessons: Iterable[Lesson]) -> list[Lesson]:
    """Return the lessons to learn meanings from: some of each label and language, the same whatever others come."""
    by_label: dict[tuple[str, str], list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        if lesson.alone:
            by_label[lesson.label, lesson.language].append(lesson)
    return [lesson for (label, _), own in by_label.items() for lesson in sorted(own, key=_draw)[: _most(label)]]


def _most(label: str) -> int:
    _, _, question = label.partition(".")
    return {"": OTHER, GENERAL: WHOLE}.get(question, PARTICULAR)


def _draw(lesson: Lesson) -> bytes:
    return blake2b(lesson.text.encode(), digest_size=8).digest()


def _rows(vectors: Floats, centre: Floats) -> csr_matrix:
    rest = vectors - centre
    return csr_matrix(rest / np.linalg.norm(rest, axis=1, keepdims=True))
