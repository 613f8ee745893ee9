"""The model of questions: a message in, what it may be about out."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from scipy.sparse import csr_matrix, vstack

from bot.nlu.blending import blended
from bot.nlu.encoder import Encoder
from bot.nlu.features import features
from bot.nlu.follow_up_model import FollowUpModel
from bot.nlu.lesson import Lesson
from bot.nlu.meaning_stages import MeaningStages
from bot.nlu.tokenizer import tokenize
from bot.nlu.two_stages import Guess, Ranking, TwoStages, looked_at
from bot.nlu.vectorizer import Vectorizer

FOLLOW_UPS, MEANING = "follow_ups", "meaning"
# docs/decisions/questions.md has the figures: the meaning's weight beside the words', and from which probability of a
# topic and its question on the words are sure enough by themselves.
TOPIC_SHARE, QUESTION_SHARE, SURE = 0.3, 0.5, 0.8


class QuestionModel:
    """Two stages over words and, where these are unsure, two over meanings; and what can't stand alone."""

    def __init__(
        self, vectorizer: Vectorizer, words: TwoStages, meaning: MeaningStages, follow_ups: FollowUpModel
    ) -> None:
        """Create the model from its parts."""
        self._vectorizer = vectorizer
        self._words = words
        self._meaning = meaning
        self._follow_ups = follow_ups

    @classmethod
    def fit(cls, lessons: Sequence[Lesson], regularisation: float, encoder: Encoder) -> QuestionModel:
        """Learn from examples."""
        named = [list(features(lesson.text, list(lesson.tokens), lesson.language)) for lesson in lessons]
        vectorizer = Vectorizer.fit(named)
        rows: csr_matrix = vstack([vectorizer.transform(entry) for entry in named]).tocsr()
        alone = [lesson.alone for lesson in lessons]
        # In a process of its own: it halves the time where there are two processors.
        with ProcessPoolExecutor(1, get_context("spawn")) as beside:
            meaning = MeaningStages.fit(lessons, encoder, beside)
            words = TwoStages.fit(rows, [lesson.label for lesson in lessons], alone, regularisation)
            follow_ups = FollowUpModel.fit(rows, alone, regularisation)
            return cls(vectorizer, words, meaning(), follow_ups)

    def rank(self, text: str, language: str, held: str | None = None) -> Ranking:
        """Return what a text may be about.

        Args:
            text: what the person wrote, or a part of it.
            language: the language that it is in.
            held: a topic whose questions are looked at in any case.
        """
        row = self._row(text, language)
        topics = self._words.topics(row)
        questions = self._words.questions(row, looked_at(topics, held))
        return Ranking(topics, questions) if _sure(topics, questions) else self._by_meaning(text, row, topics, held)

    def _by_meaning(self, text: str, row: csr_matrix, topics: list[Guess], held: str | None) -> Ranking:
        meant, stages = self._meaning.row(text), self._meaning.stages
        topics = blended(topics, stages.topics(meant), TOPIC_SHARE)
        likely = looked_at(topics, held)
        ours, theirs = self._words.questions(row, likely), stages.questions(meant, likely)
        return Ranking(topics, {name: blended(ours[name], theirs.get(name, []), QUESTION_SHARE) for name in ours})

    def follows(self, text: str, language: str) -> float:
        """Return the probability that a text, written after an answer, can't stand alone."""
        return self._follow_ups.chance(self._row(text, language))

    def _row(self, text: str, language: str) -> csr_matrix:
        return self._vectorizer.transform(features(text, tokenize(text, language), language))

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        self._vectorizer.save(folder)
        self._words.save(folder)
        self._meaning.save(folder / MEANING)
        self._follow_ups.save(folder / FOLLOW_UPS)

    @classmethod
    def load(cls, folder: Path, encoder: Encoder) -> QuestionModel:
        """Read a model back that `save` wrote."""
        words, meaning = TwoStages.load(folder), MeaningStages.load(folder / MEANING, encoder)
        return cls(Vectorizer.load(folder), words, meaning, FollowUpModel.load(folder / FOLLOW_UPS))


def _sure(topics: Sequence[Guess], questions: dict[str, list[Guess]]) -> bool:
    topic, chance = topics[0]
    return chance >= SURE and (topic not in questions or questions[topic][0][1] >= SURE)
