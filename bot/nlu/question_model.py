"""The model of questions: a message in, what it may be about out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rasa.nlu.tokenizers.tokenizer import Token
from scipy.sparse import csr_matrix, vstack

from bot.nlu.features import features
from bot.nlu.tokenizer import tokenize
from bot.nlu.two_stages import Ranking, TwoStages
from bot.nlu.vectorizer import Vectorizer

Labelled = tuple[str, Sequence[Token], str, str]


class QuestionModel:
    """A vocabulary of features, and a model in two stages over it."""

    def __init__(self, vectorizer: Vectorizer, stages: TwoStages) -> None:
        """Create the model from its parts."""
        self._vectorizer = vectorizer
        self._stages = stages

    @classmethod
    def fit(cls, examples: Sequence[Labelled], regularisation: float) -> QuestionModel:
        """Learn from examples.

        Args:
            examples: text, tokens, language and label of each.
            regularisation: the support vector machines' C.
        """
        named = [list(features(text, list(tokens), language)) for text, tokens, language, _ in examples]
        vectorizer = Vectorizer.fit(named)
        rows: csr_matrix = vstack([vectorizer.transform(entry) for entry in named]).tocsr()
        return cls(vectorizer, TwoStages.fit(rows, [label for *_, label in examples], regularisation))

    def rank(self, text: str, language: str, held: str | None = None) -> Ranking:
        """Return what a text may be about.

        Args:
            text: what the person wrote, or a part of it.
            language: the language that it is in.
            held: a topic whose questions are looked at in any case.
        """
        row = self._vectorizer.transform(features(text, tokenize(text, language), language))
        return self._stages.rank(row, held)

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        self._vectorizer.save(folder)
        self._stages.save(folder)

    @classmethod
    def load(cls, folder: Path) -> QuestionModel:
        """Read a model back that `save` wrote."""
        return cls(Vectorizer.load(folder), TwoStages.load(folder))
