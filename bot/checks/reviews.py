"""How the texts that render the first language's stand: whose original has changed, how many nobody has reviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.content.language import languages
from bot.review.record import read_record, state
from bot.review.renderings import renderings


def review_notices() -> Iterator[str]:
    """Yield, by language, the texts that are stale and the number of those that nobody has reviewed."""
    for language in languages():
        known, found = read_record(language), renderings(language)
        states = {place: state(rendering, known.get(place)) for place, rendering in found.items()}
        stale = sorted(place for place, standing in states.items() if standing == "stale")
        yield from (f"{language} {place.file} {place.path}: its original has changed" for place in stale)
        counts = Counter(states.values())
        yield from (f"{language}: {counts[name]} texts {name}" for name in ("unrecorded", "draft") if counts[name])
