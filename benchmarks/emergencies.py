"""How well emergencies are judged that were not learnt: `python -m benchmarks.emergencies` (some minutes).

The examples of `data/languages/*/emergencies.yml` are harder than ordinary messages on purpose; each is judged by
a model that has learnt three quarters of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import groupby

import numpy as np
from rich.console import Console
from rich.table import Table

from bot.content.emergencies import emergency_examples
from bot.content.files import read_yaml
from bot.nlu.emergency_judge import lessons
from bot.nlu.emergency_lesson import EmergencyLesson
from bot.nlu.emergency_model import EmergencyModel
from bot.nlu.encoder import Floats, encoder
from bot.project import ROOT

PARTS = 4
Judged = tuple[EmergencyLesson, float]


class Kept:
    """The encoder, embedding each text once."""

    def __init__(self) -> None:
        self._vectors: dict[str, Floats] = {}

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return a vector a text."""
        new = list(dict.fromkeys(text for text in texts if text not in self._vectors))
        if new:
            self._vectors |= zip(new, encoder().embed(new), strict=True)
        return np.array([self._vectors[text] for text in texts])


def thresholds() -> tuple[float, float]:
    """Return from where a message is sent to 119, and from where it is asked."""
    selector = next(part for part in read_yaml(ROOT / "config.yml")["pipeline"] if "possible_emergency" in part)
    return selector["emergency"], selector["possible_emergency"]


def judged(every: Sequence[EmergencyLesson], own: int) -> list[float]:
    """Return the probability of each of the first so many lessons, by a model that didn't learn it."""
    places = [int.from_bytes(blake2b(lesson.text.encode(), digest_size=4).digest(), "big") % PARTS for lesson in every]
    chances, kept = [0.0] * own, Kept()
    for part in range(PARTS):
        model = EmergencyModel.fit([lesson for lesson, place in zip(every, places, strict=True) if place != part], kept)
        for number in (number for number in range(own) if places[number] == part):
            chances[number] = model.chance(every[number].text, every[number].language)
    return chances


def shares(found: Sequence[Judged], sure: float, half: float) -> Table:
    """Return how many were sent to 119 and how many asked, by language and kind."""
    table = Table("language", "kind", "n", "119", "asked")
    for group, items in groupby(found, lambda item: (item[0].language, item[0].kind)):
        chances = np.array([chance for _, chance in items])
        sent, asked = (chances >= sure).mean(), ((half <= chances) & (chances < sure)).mean()
        table.add_row(*group, str(len(chances)), f"{sent:.3f}", f"{asked:.3f}")
    return table


def main() -> None:
    """Print the shares by language and kind, what was missed, and what was sent to 119 without cause."""
    every = lessons()
    own = len(list(emergency_examples()))
    sure, half = thresholds()
    found = list(zip(every[:own], judged(every, own), strict=True))
    console = Console()
    console.print(shares(found, sure, half))
    wrong = [(lesson, chance) for lesson, chance in found if lesson.kind == "now" and chance < half]
    wrong += [(lesson, chance) for lesson, chance in found if lesson.kind == "none" and chance >= sure]
    for lesson, chance in wrong:
        console.print(f"{chance:.2f} {lesson.kind} {lesson.language}: {lesson.text}", highlight=False, soft_wrap=True)


if __name__ == "__main__":
    main()
