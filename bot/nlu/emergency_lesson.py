"""What the judgement of emergencies learns from, and which of it is worth a look at its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize

from bot.content.emergencies import Kind
from bot.nlu.encoder import Floats
from bot.nlu.word_model import WordModel

# docs/decisions/emergencies.md says how these were found.
WORDS_C = 10.0
# Where words that haven't learnt a harmless text say so little of an emergency, they need no help with it.
DOUBTFUL = -3.0
# Two texts whose words are so alike, as the cosine of their rows, teach the same.
ALIKE = 0.4
# What one that leaves it open teaches: half of each.
TAUGHT: dict[Kind, tuple[tuple[int, float], ...]] = {
    "now": ((1, 1.0),),
    "unsure": ((1, 0.5), (0, 0.5)),
    "none": ((0, 1.0),),
}
Array = npt.NDArray[Any]


@dataclass(frozen=True)
class EmergencyLesson:
    """An example: a text, its language, and whether it tells of an emergency."""

    text: str
    language: str
    kind: Kind


def taught(lessons: Sequence[EmergencyLesson]) -> tuple[Array, Array, Array]:
    """Return the places of lessons, their labels and weights; one that leaves it open is given both ways."""
    given = [(place, *label) for place, lesson in enumerate(lessons) for label in TAUGHT[lesson.kind]]
    columns = list(zip(*given, strict=True))
    return np.array(columns[0]), np.array(columns[1]), np.array(columns[2])


def fit_words(lessons: Sequence[EmergencyLesson], rows: csr_matrix) -> WordModel:
    """Learn from the words of lessons, one row each."""
    places, labels, weights = taught(lessons)
    return WordModel.fit(rows[places], labels, weights, WORDS_C)


def worth_a_look(lessons: Sequence[EmergencyLesson], rows: csr_matrix) -> list[int]:
    """Return the places of the lessons whose meaning is learnt: what their words leave open, and no two alike."""
    margins = _unlearnt_margins(lessons, rows)
    groups: dict[tuple[str, Kind], list[int]] = {}
    for place, lesson in enumerate(lessons):
        if lesson.kind != "none" or margins[place] > DOUBTFUL:
            groups.setdefault((lesson.language, lesson.kind), []).append(place)
    return sorted(place for places in groups.values() for place in _unlike(rows, places))


def _unlearnt_margins(lessons: Sequence[EmergencyLesson], rows: csr_matrix) -> Floats:
    """Return what words say of each lesson that have learnt the other half of them."""
    margins, halves = np.zeros(len(lessons)), (slice(0, None, 2), slice(1, None, 2))
    for half, other in (halves, halves[::-1]):
        margins[half] = fit_words(lessons[other], rows[other]).margins(rows[half])
    return margins


def _unlike(rows: csr_matrix, places: Sequence[int]) -> list[int]:
    """Return the places without those that are like an earlier one."""
    unit = normalize(rows[places])
    likeness, kept = (unit @ unit.T).toarray(), list[int]()
    for number in range(len(places)):
        if not kept or likeness[number, kept].max() <= ALIKE:
            kept.append(number)
    return [places[number] for number in kept]
