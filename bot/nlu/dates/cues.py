"""Which date is which: the words beside the dates of a message."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

from bot.nlu.dates.mention import DateMention

BOUNDARY = re.compile(r"[、。,;!?\n]|\.(?!\d)|\b(?:and|but)\b")
# In letters: what a border between clauses counts for, and from where on a word has nothing to do with a date.
CROSSING = 20
FAR = 45
Place = tuple[int, int]


def name_dates(text: str, mentions: Sequence[DateMention], cues: Mapping[str, re.Pattern[str]]) -> list[str | None]:
    """Return for each date which fact it is; None where no word tells.

    The dates share the facts out among themselves so that words and dates lie nearest to each other in all: with
    "born on A, issued on B" both are near to "issued", but only B can be.

    Args:
        text: the message, as the places of the dates count it.
        mentions: its dates.
        cues: the words that tell, by fact.
    """
    facts = list(cues)
    if not mentions or not facts:
        return [None] * len(mentions)
    places = _places(text, cues)
    costs = np.array([[_distance(text, mention, places[fact]) for fact in facts] for mention in mentions], dtype=float)
    named: list[str | None] = [None] * len(mentions)
    for row, column in zip(*linear_sum_assignment(costs), strict=True):
        if costs[row, column] < FAR:
            named[row] = facts[column]
    return [fact or _nearest(facts, costs[row]) for row, fact in enumerate(named)]


def _places(text: str, cues: Mapping[str, re.Pattern[str]]) -> dict[str, list[Place]]:
    """Return where each fact's words stand; a word inside another fact's longer one is not its own."""
    places = {fact: [match.span() for match in cue.finditer(text)] for fact, cue in cues.items()}
    every = [place for found in places.values() for place in found]
    return {fact: [place for place in found if not _inside(place, every)] for fact, found in places.items()}


def _inside(place: Place, others: list[Place]) -> bool:
    return any(other != place and other[0] <= place[0] and place[1] <= other[1] for other in others)


def _nearest(facts: list[str], costs: npt.NDArray[np.float64]) -> str | None:
    """Return the fact whose word is nearest, though another date has it: "on the 3rd, no, the 4th"."""
    return facts[int(costs.argmin())] if costs.min() < FAR else None


def _distance(text: str, mention: DateMention, places: list[Place]) -> int:
    return min((_gap(text, mention, place) for place in places), default=FAR)


def _gap(text: str, mention: DateMention, place: Place) -> int:
    """Return how far a word is from a date; it may be part of it, as in "my visit tomorrow"."""
    start, end = place
    between = text[mention.end : start] if start >= mention.end else text[end : mention.start]
    return min(FAR, len(between) + CROSSING * len(BOUNDARY.findall(between)))
