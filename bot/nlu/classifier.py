"""Rasa's intent classifier: linear models over the features of each language, in two stages."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.language import default_language
from bot.nlu.context import last_question
from bot.nlu.language_detector import LANGUAGE
from bot.nlu.lesson import lessons
from bot.nlu.question_models import QuestionModels
from bot.nlu.reading import Reading, read
from bot.nlu.trained_component import TrainedComponent

READING = "reading"
# As many as Rasa's own classifiers keep; the ranking is stored with the conversation.
RANKING_LENGTH = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class QuestionClassifier(TrainedComponent[QuestionModels]):
    """Reads what a message asks: topics and other intents by calibrated probability, and the likeliest questions."""

    learnt_from = ("data/languages/*/examples", "data/languages/*/follow_ups")

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the strength of regularisation."""
        return {"C": 1.0}

    @staticmethod
    def read_model(folder: Path) -> QuestionModels:
        """Read the model of questions back."""
        return QuestionModels.load(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples; of them Rasa knows one an intent (`bot/nlu/importer.py`)."""
        return self.keep(QuestionModels.fit(lessons(), self._config["C"]))

    # Rasa compares the type of what it hands over with Optional[…] only.
    def process(self, messages: list[Message], tracker: Optional[DialogueStateTracker] = None) -> list[Message]:  # noqa: UP045
        """Set the reading of each message, and its ranking of topics and other intents; buttons are read elsewhere."""
        for message in messages:
            if not message.get(TEXT).startswith(INTENT_MESSAGE_PREFIX):
                language = message.get(LANGUAGE) or default_language()
                _set(message, read(message.get(TEXT), language, self.model, last_question(tracker)))
        return messages


def _set(message: Message, reading: Reading) -> None:
    topics = [{"name": name, "confidence": chance} for name, chance in reading.topics[:RANKING_LENGTH]]
    message.set(READING, reading)
    message.set(INTENT, topics[0], add_to_output=True)
    message.set(INTENT_RANKING_KEY, topics, add_to_output=True)
