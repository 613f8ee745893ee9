"""Rasa's intent classifier: one linear model over the features of all languages."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

from bot.nlu.linear_model import LinearModel
from bot.nlu.version import version


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearClassifier(GraphComponent):
    """Ranks every intent, topics under their full name `faq/<topic>`, by calibrated probability."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the strength of regularisation."""
        return {"C": 1.0}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return the version of our code, so that Rasa trains anew where it changed."""
        return version()

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: LinearModel | None = None
    ) -> None:
        """Create the component, untrained where no model is given."""
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearClassifier:
        """Create an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearClassifier:
        """Load a trained component."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        rows = vstack([_row(message) for message in examples]).tocsr()
        labels = [message.get_full_intent() for message in examples]
        self._model = LinearModel.fit(rows, labels, self._config["C"])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the likeliest intent and the ranking of all."""
        for message in messages:
            ranking = self._ranking(_row(message))
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _ranking(self, row: csr_matrix) -> list[dict[str, Any]]:
        assert self._model is not None
        chances = self._model.probabilities(row)
        order = np.argsort(-chances)
        return [{"name": self._model.classes[place], "confidence": float(chances[place])} for place in order]


def _row(message: Message) -> csr_matrix:
    _, sentence = message.get_sparse_features(TEXT)
    return csr_matrix(sentence.features)
