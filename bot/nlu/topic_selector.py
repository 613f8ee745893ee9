"""From the classifier's rankings to Rasa's intent and retrieval response."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.examples import FAQ
from bot.content.language import spoken
from bot.content.topic import topics
from bot.nlu.classifier import READING
from bot.nlu.decision import EMERGENCY, POSSIBLE_EMERGENCY, Thresholds, decide
from bot.nlu.emergency_judge import EMERGENCY_CHANCE
from bot.nlu.language_detector import REPLY_LANGUAGE
from bot.nlu.reading import Reading

SELECTOR = "response_selector"
QUESTIONS, OFFERED = "questions", "offered"
PRESSED = re.compile(r"/(\w+)")
UNSPOKEN = "unspoken_language"
# What is replied to in every language.
EVERYWHERE = {EMERGENCY, POSSIBLE_EMERGENCY, "no_emergency", "change_language", "which_language"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class TopicSelector(GraphComponent):
    """Decides what the rankings mean, and selects the question to answer where they mean a topic.

    Rasa's own handler of `/intent` messages knows no retrieval intents; so a button's `/faq/<topic>.<question>` is
    read here.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the thresholds; `config.yml` says how they were found."""
        return {"emergency": 0.965, "possible_emergency": 0.62, "answer": 0.45, "margin": 0.05, "offer": 0.25}

    def __init__(self, thresholds: Thresholds) -> None:
        """Create the component."""
        self._thresholds = thresholds

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicSelector:
        """Create the component with the thresholds of `config.yml`."""
        return cls(Thresholds(**{name: config[name] for name in cls.get_default_config()}))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, retrieval response, the questions to answer and those to offer."""
        for message in messages:
            if not _read_button(message):
                self._decide(message)
            _refuse_unspoken(message)
        return messages

    def _decide(self, message: Message) -> None:
        reading: Reading | None = message.get(READING)
        if reading is None:
            return
        decision = decide(reading.topics, message.get(EMERGENCY_CHANCE, 0.0), self._thresholds)
        several = [] if decision.intent in (EMERGENCY, POSSIBLE_EMERGENCY) else reading.parts
        _select(message, several or reading.asked(decision.intent), decision.confidence)
        message.set(OFFERED, [reading.likeliest(topic) for topic in decision.offered], add_to_output=True)


def _refuse_unspoken(message: Message) -> None:
    """Say which languages there are, where the reply's has no answers."""
    language, text = message.get(REPLY_LANGUAGE), message.get(TEXT)
    pressed = PRESSED.match(text)
    meant = pressed[1] if pressed else (message.get(INTENT) or {}).get("name")
    if language and not spoken(language) and meant not in EVERYWHERE:
        message.set(TEXT, text.lstrip(INTENT_MESSAGE_PREFIX), add_to_output=True)
        message.set(INTENT, {"name": UNSPOKEN, "confidence": 1.0}, add_to_output=True)
        message.set(QUESTIONS, [], add_to_output=True)
        message.set(OFFERED, [], add_to_output=True)


def _read_button(message: Message) -> bool:
    text = message.get(TEXT).strip()
    if not text.startswith(f"/{FAQ}/"):
        return False
    # Without the slash, so that Rasa's handler doesn't read it again and complain.
    message.set(TEXT, text[1:], add_to_output=True)
    message.set(INTENT_RANKING_KEY, [], add_to_output=True)
    _select(message, [text.removeprefix(f"/{FAQ}/")], 1.0)
    return True


def _select(message: Message, names: list[str], confidence: float) -> None:
    """Set what the message means: topics or questions, `topic.question`, the first before the others, or an intent."""
    name = names[0]
    if name.partition(".")[0] not in topics():
        message.set(INTENT, {"name": name, "confidence": confidence}, add_to_output=True)
        return
    message.set(INTENT, {"name": FAQ, "confidence": confidence}, add_to_output=True)
    full = f"{FAQ}/{name}"
    response = {"intent_response_key": full, "utter_action": f"utter_{full}", "confidence": confidence}
    selected = {"all_retrieval_intents": [FAQ], FAQ: {"response": response, "ranking": []}}
    message.set(SELECTOR, selected, add_to_output=True)
    message.set(QUESTIONS, names, add_to_output=True)
