"""Rasa's intent classifier: linear models over the features of all languages, in two stages."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

from bot.content.examples import FAQ
from bot.nlu.two_stages import TwoStages
from bot.nlu.version import version

QUESTION_RANKINGS = "question_rankings"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearClassifier(GraphComponent):
    """Ranks topics and other intents, and the questions of the likeliest topics, by calibrated probability."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the strength of regularisation."""
        return {"C": 1.0}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return the version of our code, so that Rasa trains anew where it changed."""
        return version()

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: TwoStages | None = None
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
            return cls(config, model_storage, resource, TwoStages.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        rows = vstack([_row(message) for message in examples]).tocsr()
        labels = [message.get_full_intent().removeprefix(f"{FAQ}/") for message in examples]
        self._model = TwoStages.fit(rows, labels, self._config["C"])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the ranking of topics and other intents, and that of the likeliest topics' questions."""
        assert self._model is not None
        for message in messages:
            ranking = self._model.rank(_row(message))
            topics = [{"name": name, "confidence": chance} for name, chance in ranking.topics]
            message.set(INTENT, topics[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, topics, add_to_output=True)
            message.set(QUESTION_RANKINGS, ranking.questions)
        return messages


def _row(message: Message) -> csr_matrix:
    _, sentence = message.get_sparse_features(TEXT)
    return csr_matrix(sentence.features)
