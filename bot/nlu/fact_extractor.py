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

from bot import clock
from bot.content.language import default_language, spoken
from bot.nlu.context import asked_fact
from bot.nlu.facts import Told, answers_plainly, supposes, told
from bot.nlu.language_detector import LANGUAGE

FACT = "fact"
ANSWER = "answer"
SUPPOSED, PLAIN = "supposed", "plain"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactExtractor(GraphComponent):
    """Adds an entity for each fact that a message tells: `fact` with the fact's name as role, or a bare `answer`.

    Facts of a case that is only supposed ("if I lost it"), and those of a plain answer, are marked by their group.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactExtractor:
        """Create the component; there is nothing to configure."""
        return cls()

    # Rasa compares the type of what it hands over with Optional[…] only.
    def process(self, messages: list[Message], tracker: Optional[DialogueStateTracker] = None) -> list[Message]:  # noqa: UP045
        """Add the entities; in a language without answers nothing is read."""
        asked = asked_fact(tracker)
        for message in messages:
            language = spoken(message.get(LANGUAGE) or default_language())
            if language is None:
                continue
            group = _group(message.get(TEXT), language, asked)
            found = [_entity(item) | group for item in told(message.get(TEXT), language, clock.today(), asked)]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages


def _group(text: str, language: str, asked: str | None) -> dict[str, str]:
    if supposes(text, language):
        return {"group": SUPPOSED}
    return {"group": PLAIN} if asked and answers_plainly(text, language, asked) else {}


def _entity(item: Told) -> dict[str, str]:
    name = {"entity": FACT, "role": item.fact} if item.fact else {"entity": ANSWER}
    return {**name, "value": item.value, "extractor": FactExtractor.__name__}
