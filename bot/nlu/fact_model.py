"""What clauses tell, in every language that has learnt it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from bot.content.language import LANGUAGES, chain
from bot.nlu.borders import Label
from bot.nlu.clause_examples import FILE, clause_examples
from bot.nlu.clause_model import ClauseModel
from bot.nlu.grammar import grammar
from bot.nlu.in_processes import learn_each

# From what part of its examples on a value may be told with a "not", and from what part on only so.
SELDOM, MOSTLY = 0.03, 0.85


class FactModel:
    """A model of clauses for each language."""

    def __init__(self, models: dict[str, ClauseModel]) -> None:
        """Create a model from those of the languages."""
        self._models = models

    @classmethod
    def fit(cls, languages: Iterable[str]) -> FactModel:
        """Learn from the clauses of languages, those that have some of their own."""
        own = [language for language in languages if (LANGUAGES / language / FILE).exists()]
        return cls(dict(zip(own, learn_each(_learn, own), strict=True)))

    def of(self, language: str) -> ClauseModel:
        """Return the model of a language, or of the nearest that it falls back to.

        Raises:
            StopIteration: if none of them has learnt anything.
        """
        return next(self._models[key] for key in chain(language) if key in self._models)

    def save(self, folder: Path) -> None:
        """Write the models into a folder, each into one of its own."""
        for language, model in self._models.items():
            model.save(folder / language)

    @classmethod
    def load(cls, folder: Path) -> FactModel:
        """Read the models back that `save` wrote."""
        return cls({path.name: ClauseModel.load(path) for path in folder.iterdir() if path.is_dir()})


def _learn(language: str) -> ClauseModel:
    return ClauseModel.fit(clause_examples(language), language)


def fits_polarity(label: Label, negated: bool, language: str) -> bool:
    """Tell whether a value is told by a clause with or without a "not": as its examples are."""
    share = _negated_shares(language).get(label, 0.0)
    return share >= SELDOM if negated else share < MOSTLY


@lru_cache
def _negated_shares(language: str) -> dict[Label, float]:
    """Return the part of each value's examples that has a "not"."""
    words, counts = grammar(language), defaultdict[Label, list[bool]](list)
    for item in clause_examples(language):
        if item.fact and item.value:
            counts[item.fact, item.value].append(words.says("negated", words.rewritten(item.text)))
    return {label: sum(said) / len(said) for label, said in counts.items()}
