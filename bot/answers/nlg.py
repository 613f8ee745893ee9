"""Rasa's language generator: a response's name, the conversation's language and today make a message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from actions.eligibility.case import Case
from bot import clock
from bot.answers.catalog import Catalog, catalog
from bot.answers.eligibility_utterances import ASK, DECISION, decision, question
from bot.answers.insurer import insurer
from bot.answers.leaflets import cite
from bot.answers.texts import Text, texts, titles
from bot.languages import default_language, languages

FAQ = "utter_faq/"
Button = dict[str, str]
Utterance = dict[str, Any]


def payload_of(topic: str) -> str:
    """Return what a topic's button sends: `/faq/<topic>` for an answer, `/<intent>` for all else."""
    return f"/faq/{topic}" if topic in catalog().topics else f"/{topic}"


def title_of(topic: str, language: str) -> str:
    """Return a topic's label on a button."""
    known = catalog().topics
    return known[topic].title[language] if topic in known else titles()[topic][language]


def topic_button(topic: str, language: str) -> Button:
    """Return the button that asks about a topic."""
    return {"title": title_of(topic, language), "payload": payload_of(topic)}


def language_of(tracker: DialogueStateTracker) -> str:
    """Return the language of the reply: the conversation's, else the channel's, else the default."""
    channel = tracker.latest_message.metadata.get("language") if tracker.latest_message else None
    known = (key for key in (tracker.get_slot("language"), channel) if key in languages())
    return next(known, default_language())


class CatalogGenerator(NaturalLanguageGenerator):
    """Speaks the catalog's answers and the texts of the dialogue."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        """Create the generator; Rasa hands over its endpoint and domain, which it doesn't need."""
        self._catalog: Catalog = catalog()

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> Utterance | None:
        """Return a response as Rasa sends it: text, buttons, and under `custom` what the reply rests on.

        Args:
            utter_action: the response's name, `utter_faq/<topic>` or one of `data/texts/dialogue.yml`.
            tracker: the conversation, for its language, offers and confidence.
            output_channel: not used; channels show the same reply in their own way.
            kwargs: what a custom action adds to `custom`, and values for the text's own placeholders.

        Returns:
            None where there is no such response.
        """
        language, day = language_of(tracker), clock.today()
        if utter_action.startswith(FAQ):
            utterance = self._answer(utter_action.removeprefix(FAQ), language, day)
        elif utter_action in texts():
            utterance = _speak(utter_action, texts()[utter_action], tracker, language)
        elif case := Case.from_slot(tracker.get_slot("case")):
            utterance = _about(case, utter_action, language, day)
        elif utter_action == DECISION:
            utterance = decision(None, language, day)
        else:
            return None
        utterance["custom"] |= {"language": language, "as_of": day.isoformat(), "confidence": _confidence(tracker)}
        return utterance

    def _answer(self, topic: str, language: str, day: date) -> Utterance:
        answer = self._catalog.answer(topic, language, day)
        return {
            "text": answer.text,
            "buttons": [topic_button(follow_up, language) for follow_up in answer.follow_ups],
            "custom": {
                "topic": topic,
                "outcome": "answered",
                "sources": [citation.model_dump() for citation in answer.sources],
            },
        }


def _about(case: Case, utter_action: str, language: str, day: date) -> Utterance:
    if utter_action == DECISION:
        return decision(case, language, day)
    return question(case, utter_action.removeprefix(ASK), language, day)


def _speak(name: str, text: Text, tracker: DialogueStateTracker, language: str) -> Utterance:
    buttons = MOVING_BUTTONS[name](tracker, language) if name in MOVING_BUTTONS else []
    return {
        "text": insurer().fill(text.text[language], language).strip(),
        "buttons": buttons + [topic_button(topic, language) for topic in text.buttons],
        "custom": {
            "topic": text.topic,
            "outcome": text.outcome,
            "sources": [cite(source, language).model_dump() for source in text.sources],
        },
    }


def _confidence(tracker: DialogueStateTracker) -> float:
    intent = tracker.latest_message.intent if tracker.latest_message else {}
    return round(float(intent.get("confidence") or 0.0), 3)


def _offered(tracker: DialogueStateTracker, language: str) -> list[Button]:
    offered = tracker.latest_message.parse_data.get("offered", []) if tracker.latest_message else []
    return [topic_button(topic, language) for topic in offered]


def _languages(tracker: DialogueStateTracker, language: str) -> list[Button]:
    return [
        {"title": spoken.name, "payload": f'/change_language{{"chosen_language": "{key}", "language": "{key}"}}'}
        for key, spoken in languages().items()
    ]


MOVING_BUTTONS: dict[str, Callable[[DialogueStateTracker, str], list[Button]]] = {
    "utter_offer": _offered,
    "utter_which_language": _languages,
}
