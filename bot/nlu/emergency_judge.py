"""Rasa's component that judges whether a message tells of an emergency."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.emergencies import emergency_examples
from bot.content.examples import follow_ups
from bot.content.language import default_language
from bot.nlu.emergency_lesson import EmergencyLesson
from bot.nlu.emergency_model import EmergencyModel
from bot.nlu.encoder import encoder
from bot.nlu.language_detector import LANGUAGE
from bot.nlu.trained_component import TrainedComponent

EMERGENCY_CHANCE = "emergency_chance"
MEDICAL_ADVICE = "medical_advice"
# Of the messages about cards, which are the most, one in so many is enough to learn from.
ONE_IN = 4


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class EmergencyJudge(TrainedComponent[EmergencyModel]):
    """Sets the probability that somebody's life is in danger now; what follows from it is the topic selector's."""

    @staticmethod
    def read_model(folder: Path) -> EmergencyModel:
        """Read the model of emergencies back."""
        return EmergencyModel.load(folder, encoder())

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples of emergencies, and from what else people write."""
        return self.keep(EmergencyModel.fit(lessons(training_data.intent_examples), encoder()))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the probability for what somebody wrote; a button says by itself what it means."""
        for message in messages:
            if not message.get(TEXT).startswith(INTENT_MESSAGE_PREFIX):
                chance = self.model.chance(message.get(TEXT), message.get(LANGUAGE) or default_language())
                message.set(EMERGENCY_CHANCE, chance)
        return messages


def lesson_of(text: str, language: str, intent: str) -> EmergencyLesson | None:
    """Return what an example of another intent teaches; None where it is left out."""
    draw = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
    left_out = intent != MEDICAL_ADVICE and draw % ONE_IN
    return None if left_out else EmergencyLesson(text, language, "none")


def lessons(messages: Iterable[Message]) -> list[EmergencyLesson]:
    """Return what there is to learn from: the examples of emergencies, and what else people write."""
    own = [EmergencyLesson(example.text, example.language, example.kind) for example in emergency_examples()]
    others = (_lesson(message) for message in messages if message.get(TEXT))
    following = (lesson_of(entry.text, entry.language, entry.intent) for entry in follow_ups())
    return [*own, *filter(None, others), *filter(None, following)]


def _lesson(message: Message) -> EmergencyLesson | None:
    return lesson_of(message.get(TEXT), message.get(LANGUAGE) or default_language(), message.get(INTENT))
