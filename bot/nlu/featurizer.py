"""Rasa's featurizer: one sparse sentence vector a message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.language import default_language
from bot.nlu.features import features
from bot.nlu.language_detector import LANGUAGE
from bot.nlu.vectorizer import Vectorizer
from bot.nlu.version import version


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class MultilingualFeaturizer(SparseFeaturizer, GraphComponent):
    """Turns each message into one row over words, pieces of writing and reading, and concepts."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return Rasa's own options of a featurizer."""
        return dict(SparseFeaturizer.get_default_config())

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return the version of our code, so that Rasa trains anew where it changed."""
        return version()

    def __init__(
        self,
        name: str,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        vectorizer: Vectorizer | None = None,
    ) -> None:
        """Create the component, untrained where no vectorizer is given."""
        super().__init__(name, config)
        self._storage = storage
        self._resource = resource
        self._vectorizer = vectorizer

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Accept any configuration: there is nothing that could be wrong."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Return nothing: the tokens may come from any tokenizer."""
        return []

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MultilingualFeaturizer:
        """Create an untrained component."""
        return cls(execution_context.node_name, config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> MultilingualFeaturizer:
        """Load a trained component."""
        with model_storage.read_from(resource) as folder:
            vectorizer = Vectorizer.load(folder)
        return cls(execution_context.node_name, config, model_storage, resource, vectorizer)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the vocabulary from the examples."""
        self._vectorizer = Vectorizer.fit(_features(message) for message in training_data.nlu_examples)
        with self._storage.write_to(self._resource) as folder:
            self._vectorizer.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Featurize the examples."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the row to every message that has text."""
        for message in messages:
            if message.get(TEXT) and self._vectorizer:
                row = self._vectorizer.transform(_features(message))
                message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages


def _features(message: Message) -> list[str]:
    language = message.get(LANGUAGE) or default_language()
    return list(features(message.get(TEXT), message.get(TOKENS_NAMES[TEXT], []), language))
