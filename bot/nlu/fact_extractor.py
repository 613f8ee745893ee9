"""Rasa's entity extractor for the facts of a case."""

from __future__ import annotations

from typing import Any, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import clock
from bot.content.language import default_language, languages, spoken
from bot.nlu.context import asked_fact
from bot.nlu.fact_model import FactModel
from bot.nlu.facts import read_message
from bot.nlu.language_detector import LANGUAGE
from bot.nlu.plain_answers import answers_plainly
from bot.nlu.told import FactReading, Told, Unused
from bot.nlu.version import version

FACT, ANSWER, UNUSED = "fact", "answer", "unused"
PLAIN = "plain"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FactExtractor(GraphComponent):
    """Adds an entity for each fact that a message tells: `fact` with the fact's name as role, or a bare `answer`.

    Those of an answer and nothing besides are marked by their group. A date that could not be used is `unused`, with
    the reason as its role.
    """

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return the version of our code and clauses, so that Rasa trains anew where they changed."""
        return version()

    def __init__(self, storage: ModelStorage, resource: Resource, model: FactModel | None = None) -> None:
        """Create the component, untrained where no model is given."""
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
    ) -> FactExtractor:
        """Create an untrained component; there is nothing to configure."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FactExtractor:
        """Load a trained component."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, FactModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the clauses; Rasa's own training data has none."""
        self._model = FactModel.fit(languages())
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    # Rasa compares the type of what it hands over with Optional[…] only.
    def process(self, messages: list[Message], tracker: Optional[DialogueStateTracker] = None) -> list[Message]:  # noqa: UP045
        """Add the entities; in a language without answers nothing is read."""
        assert self._model is not None
        asked = asked_fact(tracker)
        for message in messages:
            language = spoken(message.get(LANGUAGE) or default_language())
            if language is None:
                continue
            reading = read_message(message.get(TEXT), language, clock.today(), self._model, asked)
            plain = bool(asked) and answers_plainly(message.get(TEXT), language, str(asked))
            message.set(ENTITIES, [*message.get(ENTITIES, []), *_entities(reading, plain)], add_to_output=True)
        return messages


def _entities(reading: FactReading, plain: bool) -> list[dict[str, str]]:
    group = {"group": PLAIN} if plain else {}
    return [_entity(item) | group for item in reading.told] + [_unused(item) for item in reading.unused]


def _entity(item: Told) -> dict[str, str]:
    name = {"entity": FACT, "role": item.fact} if item.fact else {"entity": ANSWER}
    return {**name, "value": item.value, "extractor": FactExtractor.__name__}


def _unused(item: Unused) -> dict[str, str]:
    return {"entity": UNUSED, "role": item.reason, "value": item.text, "extractor": FactExtractor.__name__}
