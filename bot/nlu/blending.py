"""Two models' chances as one: the weighted geometric mean, so that what one rules out is out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.two_stages import Guess

# Below this a chance only says that a model never saw the like.
LEAST = 1e-4


def blended(ours: Sequence[Guess], theirs: Sequence[Guess], share: float) -> list[Guess]:
    """Return the chances of all that the first model knows, the likeliest first.

    Args:
        ours: names with their probability.
        theirs: the same names, as the second model has them.
        share: the second model's weight, 0 to 1.
    """
    other = dict(theirs)
    weighed = {
        name: max(chance, LEAST) ** (1 - share) * max(other.get(name, 0.0), LEAST) ** share for name, chance in ours
    }
    whole = sum(weighed.values())
    return sorted(((name, weight / whole) for name, weight in weighed.items()), key=lambda guess: -guess[1])
