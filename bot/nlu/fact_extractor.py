"""Rasa's entity extractor for the facts of a case."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
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
from bot.nlu.language_request import BESIDES
from bot.nlu.plain_answers import answers_plainly
from bot.nlu.told import FactReading, Told, Unused
from bot.nlu.trained_component import TrainedComponent

FACT, ANSWER, UNUSED = "fact", "answer", "unused"
PLAIN = "plain"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FactExtractor(TrainedComponent[FactModel]):
    """Adds an entity for each fact that a message tells: `fact` with the fact's name as role, or a bare `answer`.

    Those of an answer and nothing besides are marked by their group. A date that could not be used is `unused`, with
    the reason as its role.
    """

    learnt_from = ("data/languages/*/clauses.yml", "data/languages/*/facts.yml")

    @staticmethod
    def read_model(folder: Path) -> FactModel:
        """Read the model of facts back."""
        return FactModel.load(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the clauses; Rasa's own training data has none."""
        return self.keep(FactModel.fit(languages()))

    # Rasa compares the type of what it hands over with Optional[…] only.
    def process(self, messages: list[Message], tracker: Optional[DialogueStateTracker] = None) -> list[Message]:  # noqa: UP045
        """Add the entities; in a language without answers nothing is read."""
        asked = asked_fact(tracker)
        for message in messages:
            language = spoken(message.get(LANGUAGE) or default_language())
            if language is None:
                continue
            text = message.get(BESIDES, message.get(TEXT))
            reading = read_message(text, language, clock.today(), self.model, asked)
            plain = bool(asked) and answers_plainly(text, language, str(asked))
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
