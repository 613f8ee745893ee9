"""The model of a language's questions: a message in, what it may be about out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.nlu.features import features
from bot.nlu.follow_up_model import FollowUpModel
from bot.nlu.lesson import Lesson
from bot.nlu.tokenizer import tokenize
from bot.nlu.two_stages import Ranking, TwoStages, looked_at
from bot.nlu.vectorizer import Vectorizer

FOLLOW_UPS = "follow_ups"
# A feature is kept that so many examples have, and such a share of them: what is rarer helps nobody and fills memory.
LEAST, LEAST_SHARE = 2, 1 / 6500


class QuestionModel:
    """Two stages, topics and their questions, and a model of what can't stand alone."""

    def __init__(self, vectorizer: Vectorizer, stages: TwoStages, follow_ups: FollowUpModel) -> None:
        """Create the model from its parts."""
        self._vectorizer = vectorizer
        self._stages = stages
        self._follow_ups = follow_ups

    @classmethod
    def fit(cls, lessons: Sequence[Lesson], regularisation: float) -> QuestionModel:
        """Learn from examples."""
        named = (_features(lesson.text, lesson.language) for lesson in lessons)
        vectorizer, rows = Vectorizer.learn(named, max(LEAST, round(len(lessons) * LEAST_SHARE)))
        alone = [lesson.alone for lesson in lessons]
        stages = TwoStages.fit(rows, [lesson.label for lesson in lessons], alone, regularisation)
        return cls(vectorizer, stages, FollowUpModel.fit(rows, alone, regularisation))

    def rank(self, text: str, language: str, held: str | None = None) -> Ranking:
        """Return what a text may be about.

        Args:
            text: what the person wrote, or a part of it.
            language: the language that it is in.
            held: a topic whose questions are looked at in any case.
        """
        row = self._vectorizer.transform(_features(text, language))
        topics = self._stages.topics(row)
        questions = self._stages.questions(row, looked_at(topics, held))
        return Ranking(topics, questions, self._follow_ups.chance(row))

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        self._vectorizer.save(folder)
        self._stages.save(folder)
        self._follow_ups.save(folder / FOLLOW_UPS)

    @classmethod
    def load(cls, folder: Path) -> QuestionModel:
        """Read a model back that `save` wrote."""
        return cls(Vectorizer.load(folder), TwoStages.load(folder), FollowUpModel.load(folder / FOLLOW_UPS))


def _features(text: str, language: str) -> Iterator[str]:
    return features(text, tokenize(text, language), language)
