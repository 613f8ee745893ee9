"""Compute the vectors that a training needs, and keep them, so that it needn't wait for them."""

from __future__ import annotations

from collections import defaultdict

from bot.nlu.emergency_judge import lessons
from bot.nlu.importer import ExamplesImporter
from bot.nlu.kept_vectors import keep_vectors
from bot.nlu.lesson import Lesson
from bot.nlu.meaning_stages import chosen


def embed() -> dict[str, int]:
    """Keep the vectors of all texts whose meaning is learnt from; return how many each language has."""
    messages = ExamplesImporter().get_nlu_data().intent_examples
    texts: dict[str, list[str]] = defaultdict(list)
    for question in chosen(map(Lesson.of, messages)):
        texts[question.language].append(question.text)
    for lesson in lessons(messages):
        if lesson.meaning:
            texts[lesson.language].append(lesson.text)
    return keep_vectors(texts)
