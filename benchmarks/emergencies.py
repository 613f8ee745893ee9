"""How well emergencies are judged that were not learnt: `python -m benchmarks.emergencies` (some minutes).

The examples of `data/languages/*/emergencies.yml` are harder than ordinary messages on purpose; each is judged by
a model that has learnt three quarters of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.table import Table

from bot.content.emergencies import emergency_examples
from bot.content.examples import examples
from bot.content.files import read_yaml
from bot.content.language import known_languages
from bot.nlu.emergency_judge import lesson_of
from bot.nlu.emergency_model import EmergencyLesson, EmergencyModel
from bot.nlu.encoder import encoder
from bot.project import ROOT

PARTS = 4
MISSES = 40


class Kept:
    """The encoder, embedding each text once."""

    def __init__(self) -> None:
        self._vector = lru_cache(maxsize=None)(lambda text: encoder().embed([text])[0])

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.floating]:
        """Return a vector a text."""
        return np.array([self._vector(text) for text in texts])


def thresholds() -> tuple[float, float]:
    """Return from where a message is sent to 119, and from where it is asked."""
    selector = next(part for part in read_yaml(ROOT / "config.yml")["pipeline"] if "possible_emergency" in part)
    return selector["emergency"], selector["possible_emergency"]


def judged(lessons: Sequence[EmergencyLesson], own: int) -> list[float]:
    """Return the probability of each of the first so many lessons, by a model that didn't learn it."""
    places = [
        int.from_bytes(blake2b(lesson.text.encode(), digest_size=4).digest(), "big") % PARTS for lesson in lessons
    ]
    chances, kept = [0.0] * own, Kept()
    for part in range(PARTS):
        taught = [lesson for lesson, place in zip(lessons, places, strict=True) if place != part]
        model = EmergencyModel.fit(taught, kept)
        for place in (place for place in range(own) if places[place] == part):
            chances[place] = model.chance(lessons[place].text, lessons[place].language)
    return chances


def main() -> None:
    """Print the shares by language and kind, and what was missed or sent to 119 without cause."""
    own = [EmergencyLesson(example.text, example.language, example.kind) for example in emergency_examples()]
    others = filter(None, (lesson_of(entry.text, entry.language, entry.intent) for entry in examples()))
    chances, (sure, half) = judged([*own, *others], len(own)), thresholds()
    table = Table("language", "kind", "n", "119", "asked")
    for language in known_languages():
        for kind in ("now", "unsure", "none"):
            found = [
                c for lesson, c in zip(own, chances, strict=True) if (lesson.language, lesson.kind) == (language, kind)
            ]
            shares = (np.mean([c >= sure for c in found]), np.mean([half <= c < sure for c in found]))
            table.add_row(language, kind, str(len(found)), *(f"{share:.3f}" for share in shares))
    console = Console()
    console.print(table)
    wrong = [(c, lesson) for lesson, c in zip(own, chances, strict=True) if lesson.kind == "now" and c < half]
    wrong += [(c, lesson) for lesson, c in zip(own, chances, strict=True) if lesson.kind == "none" and c >= sure]
    for chance, lesson in wrong[:MISSES]:
        console.print(f"{chance:.2f} {lesson.kind} {lesson.language}: {lesson.text}", highlight=False)


if __name__ == "__main__":
    main()
