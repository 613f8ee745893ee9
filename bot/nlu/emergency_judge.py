"""Rasa's component that judges whether a message tells of an emergency."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.emergencies import emergency_examples
from bot.content.examples import LabelledText, examples, follow_ups
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

    learnt_from = (
        "data/languages/*/emergencies.yml",
        "data/languages/*/examples",
        "data/languages/*/follow_ups",
    )

    @staticmethod
    def read_model(folder: Path) -> EmergencyModel:
        """Read the model of emergencies back."""
        return EmergencyModel.load(folder, encoder())

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples of emergencies, and from what else people write (`bot/nlu/importer.py`)."""
        return self.keep(EmergencyModel.fit(lessons(), encoder()))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the probability for what somebody wrote; a button says by itself what it means."""
        for message in messages:
            if not message.get(TEXT).startswith(INTENT_MESSAGE_PREFIX):
                chance = self.model.chance(message.get(TEXT), message.get(LANGUAGE) or default_language())
                message.set(EMERGENCY_CHANCE, chance)
        return messages


def lessons() -> list[EmergencyLesson]:
    """Return what there is to learn from: the examples of emergencies, and of what else people write a part."""
    own = [EmergencyLesson(example.text, example.language, example.kind) for example in emergency_examples()]
    others = (entry for entry in (*examples(), *follow_ups()) if _is_drawn(entry))
    return [*own, *(EmergencyLesson(entry.text, entry.language, "none") for entry in others)]


def _is_drawn(entry: LabelledText) -> bool:
    draw = int.from_bytes(blake2b(entry.text.encode(), digest_size=8).digest(), "big")
    return entry.intent == MEDICAL_ADVICE or draw % ONE_IN == 0
