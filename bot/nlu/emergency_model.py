"""Does a message tell of an emergency? By its words and pieces of writing, and by what it means in any language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.special import expit

from bot.nlu.emergency_lesson import EmergencyLesson, fit_words, taught, worth_a_look
from bot.nlu.encoder import Encoder
from bot.nlu.features import features
from bot.nlu.kernel_model import KernelModel
from bot.nlu.sentences import cut_at_commas
from bot.nlu.tokenizer import tokenize
from bot.nlu.vectorizer import Vectorizer
from bot.nlu.word_model import WordModel

# docs/decisions/emergencies.md says how these were found.
MEANING_C, MEANING_WIDTH = 10.0, 1.0
WORDS, MEANING, BIAS = 0.56, 2.77, 0.9
# By how much a clause must say more than a whole message; people leave out in a clause what the message says.
CLAUSE = 2.0
# A message whose words alone say so little of an emergency isn't looked at for its meaning, nor such a clause of it.
HARMLESS, HARMLESS_CLAUSE = -4.5, -2.0
# The whole and so many clauses are judged; the vectors are what a turn waits for.
MOST_PARTS = 12
WORDS_FOLDER, MEANING_FOLDER = "words", "meaning"


class EmergencyModel:
    """Two models, of words and of meaning; what they say together is a probability."""

    def __init__(self, vectorizer: Vectorizer, words: WordModel, meaning: KernelModel, encoder: Encoder) -> None:
        """Create the model from its parts."""
        self._vectorizer = vectorizer
        self._words = words
        self._meaning = meaning
        self._encoder = encoder

    @classmethod
    def fit(cls, lessons: Sequence[EmergencyLesson], encoder: Encoder) -> EmergencyModel:
        """Learn from examples."""
        vectorizer, rows = Vectorizer.learn(_features(lesson.text, lesson.language) for lesson in lessons)
        looked_at = [lessons[place] for place in worth_a_look(lessons, rows)]
        vectors, (places, labels, weights) = encoder.embed([lesson.text for lesson in looked_at]), taught(looked_at)
        meaning = KernelModel.fit(vectors[places], labels, weights, MEANING_C, MEANING_WIDTH)
        return cls(vectorizer, fit_words(lessons, rows), meaning, encoder)

    def chance(self, text: str, language: str) -> float:
        """Return the probability that a message tells of an emergency, as a whole or by its likeliest clause."""
        parts = list(dict.fromkeys([text, *cut_at_commas(text, language)]))[:MOST_PARTS]
        words = self._words.margins(self._vectorizer.rows(_features(part, language) for part in parts))
        looked_at = [place for place, margin in enumerate(words) if margin > (HARMLESS_CLAUSE if place else HARMLESS)]
        if not looked_at:
            return 0.0
        meaning = self._meaning.margins(self._encoder.embed([parts[place] for place in looked_at]))
        told = WORDS * words[looked_at] + MEANING * meaning + BIAS - CLAUSE * (np.array(looked_at) > 0)
        return float(expit(told.max()))

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        self._vectorizer.save(folder)
        self._words.save(folder / WORDS_FOLDER)
        self._meaning.save(folder / MEANING_FOLDER)

    @classmethod
    def load(cls, folder: Path, encoder: Encoder) -> EmergencyModel:
        """Read back what `save` wrote."""
        words, meaning = WordModel.load(folder / WORDS_FOLDER), KernelModel.load(folder / MEANING_FOLDER)
        return cls(Vectorizer.load(folder), words, meaning, encoder)


def _features(text: str, language: str) -> Iterator[str]:
    return features(text, tokenize(text, language), language)
