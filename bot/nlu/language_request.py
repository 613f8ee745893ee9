"""Which language does somebody ask for?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.language import languages
from bot.nlu.language_detector import CHOSEN_LANGUAGE, LANGUAGE
from bot.nlu.spelling import fold

CHANGE_LANGUAGE = "change_language"
WHICH_LANGUAGE = "which_language"


@lru_cache
def _names() -> dict[str, str]:
    """Return language ids by what people call them."""
    return {fold(name): key for key, language in languages().items() for name in language.asked_as}


@lru_cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def requested_language(text: str) -> str | None:
    """Return the language that a request names, the last one where it names several ("not English, Japanese")."""
    found = _pattern().findall(fold(text))
    return _names()[found[-1]] if found else None


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageRequest(GraphComponent):
    """Reads the language out of a wish to change it; where none is named, the person is asked which."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageRequest:
        """Create the component; there is nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the entities `chosen_language` and `language`, or the intent `which_language`."""
        for message in messages:
            if (message.get(INTENT) or {}).get("name") == CHANGE_LANGUAGE:
                _read(message)
        return messages


def _read(message: Message) -> None:
    wanted = requested_language(message.get(TEXT))
    if wanted is None:
        message.set(INTENT, {**message.get(INTENT), "name": WHICH_LANGUAGE}, add_to_output=True)
        return
    others = [entity for entity in message.get(ENTITIES, []) if entity["entity"] != LANGUAGE]
    named = [{"entity": name, "value": wanted} for name in (CHOSEN_LANGUAGE, LANGUAGE)]
    message.set(ENTITIES, others + named, add_to_output=True)
