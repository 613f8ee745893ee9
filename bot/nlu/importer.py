"""Rasa's importer of the examples: `data/languages/<id>/examples`."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.examples import LabelledText, examples
from bot.nlu.example import Example
from bot.nlu.language_detector import LANGUAGE


class ExamplesImporter(TrainingDataImporter):
    """Reads the examples of all languages, each marked with its own."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        **kwargs: Any,
    ) -> None:
        """Create the importer; the content knows its own files."""

    def get_domain(self) -> Domain:
        """Return nothing: the domain stands in `domain/`, its responses come from the answers."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Return none: rules stand in `data/rules`."""
        return StoryGraph([])

    def get_nlu_data(self, language: str | None = None) -> TrainingData:
        """Return the examples of all languages."""
        return self._data

    @cached_property
    def _data(self) -> TrainingData:
        """The examples, read once: Rasa asks for them three times in a training."""
        return TrainingData([message_of(entry) for entry in examples()])

    def get_config(self) -> dict[str, Any]:
        """Return nothing to add to `config.yml`."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """Return None: nothing is configured automatically."""
        return None


def message_of(entry: LabelledText) -> Example:
    """Return an example as Rasa's training takes it."""
    intent, _, key = entry.intent.partition("/")
    labels = {INTENT: intent} | ({INTENT_RESPONSE_KEY: entry.intent} if key else {})
    return Example({TEXT: entry.text, LANGUAGE: entry.language, **labels})
