"""Rasa's own slash commands, which are for its developers."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.rule_policy import DEFAULT_ACTION_MAPPINGS
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.topic import is_question, topics

COMMANDS = {f"/{intent}" for intent in DEFAULT_ACTION_MAPPINGS}
ANSWER = "/faq"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SlashCommands(GraphComponent):
    """Takes the slash from a command of Rasa's and from the button of a topic that there isn't.

    `/restart`, `/back` and `/session_start` would undo or empty a conversation, and get no reply; so they are read as
    the words that they are. Buttons of a topic outlive the topic on people's screens.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SlashCommands:
        """Create the component; there is nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Take the slash away."""
        for message in messages:
            text = message.get(TEXT).strip()
            if _is_command(text):
                message.set(TEXT, text.lstrip("/"), add_to_output=True)
        return messages


def _is_command(text: str) -> bool:
    name = text.split("{")[0].strip()
    if name == ANSWER or name.startswith(f"{ANSWER}/"):
        asked = name.removeprefix(f"{ANSWER}/")
        return asked not in topics() and not is_question(asked)
    return name in COMMANDS
