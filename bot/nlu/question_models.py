"""A model of questions for each language that is learnt by itself, with what falls back to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from bot.content.language import default_language, original
from bot.nlu.in_processes import learn_each
from bot.nlu.lesson import Lesson
from bot.nlu.question_model import QuestionModel
from bot.nlu.two_stages import Ranking


class QuestionModels:
    """Ranks what a text may be about by the model of its language."""

    def __init__(self, models: Mapping[str, QuestionModel]) -> None:
        """Create the models from those of each language."""
        self._models = models

    @classmethod
    def fit(cls, lessons: Sequence[Lesson], regularisation: float) -> QuestionModels:
        """Learn from examples, those of each language by themselves."""
        by_language: dict[str, list[Lesson]] = defaultdict(list)
        for lesson in lessons:
            by_language[original(lesson.language)].append(lesson)
        longest_first = sorted(by_language, key=lambda language: -len(by_language[language]))
        learn = partial(QuestionModel.fit, regularisation=regularisation)
        models = learn_each(learn, (by_language[language] for language in longest_first))
        return cls(dict(zip(longest_first, models, strict=True)))

    def rank(self, text: str, language: str, held: str | None = None) -> Ranking:
        """Return what a text may be about; one in a language that isn't learnt is taken for the default.

        Args:
            text: what the person wrote, or a part of it.
            language: the language that it is in.
            held: a topic whose questions are looked at in any case.
        """
        model = self._models.get(original(language)) or self._models[default_language()]
        return model.rank(text, language, held)

    def save(self, folder: Path) -> None:
        """Write the models into a folder, each into one of its own."""
        for language, model in self._models.items():
            (folder / language).mkdir()
            model.save(folder / language)

    @classmethod
    def load(cls, folder: Path) -> QuestionModels:
        """Read back what `save` wrote."""
        return cls({path.name: QuestionModel.load(path) for path in folder.iterdir()})
