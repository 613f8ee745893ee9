"""What Rasa is told of the examples: one of each intent, so that it knows the intents.

The models read the content themselves. Rasa copies and compares every example for every importer and after every step
of its graph, which made half a minute of a training with the examples of six languages.
"""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.examples import LabelledText, examples


class ExamplesImporter(TrainingDataImporter):
    """Tells the intents by an example of each."""

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
        """Return the first example of each intent."""
        first = {entry.intent: entry for entry in reversed(examples())}
        return TrainingData([_message_of(entry) for entry in first.values()])

    def get_config(self) -> dict[str, Any]:
        """Return nothing to add to `config.yml`."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """Return None: nothing is configured automatically."""
        return None


def _message_of(entry: LabelledText) -> Message:
    """Return an example as Rasa's training takes it."""
    intent, _, key = entry.intent.partition("/")
    return Message({TEXT: entry.text, INTENT: intent} | ({INTENT_RESPONSE_KEY: entry.intent} if key else {}))
