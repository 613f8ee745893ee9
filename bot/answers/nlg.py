"""Rasa's language generator: a response's name, the conversation's language and today make a message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from actions.eligibility.case import Case
from bot import clock
from bot.answers.basis import Basis
from bot.answers.buttons import Button, button, more_button
from bot.answers.catalog import Answer, answer
from bot.answers.eligibility_utterances import ASK, NEXT, OVER, decision, question, stopped
from bot.content.dialogue import Response, response_texts, responses
from bot.content.essentials import is_essential
from bot.content.insurer import fill
from bot.content.language import default_language, known_languages, languages
from bot.content.source import cite

FAQ = "utter_faq/"
CASE = "case"
# What the message's classification hands over: the questions to answer, in order, and those only offered.
QUESTIONS, OFFERED = "questions", "offered"
MOST_ANSWERS = 2
Utterance = dict[str, Any]


def reply_language(tracker: DialogueStateTracker) -> str:
    """Return the language of a reply that every language has: the message's own, else the conversation's.

    Of a button Rasa keeps only the intent; its language is the one chosen, else the channel's.
    """
    message = tracker.latest_message
    if message is None:
        return language_of(tracker)
    pressed = None if tracker.get_slot("chosen_language") else message.metadata.get("language")
    found = message.parse_data.get("reply_language") or pressed
    return found if found in known_languages() else language_of(tracker)


def language_of(tracker: DialogueStateTracker) -> str:
    """Return the language of an answer: the conversation's, else the channel's, else the default."""
    channel = tracker.latest_message.metadata.get("language") if tracker.latest_message else None
    known = (key for key in (tracker.get_slot("language"), channel) if key in languages())
    return next(known, default_language())


class CatalogGenerator(NaturalLanguageGenerator):
    """Speaks the catalog's answers and the texts of the dialogue."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        """Create the generator; Rasa hands over its endpoint and domain, which it doesn't need."""

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> Utterance | None:
        """Return a response as Rasa sends it: text, buttons, and under `custom` what the reply rests on.

        Args:
            utter_action: the response's name, `utter_faq/<topic>.<question>`, `utter_faq/<topic>` or one of
                `data/dialogue.yml`.
            tracker: the conversation, for its language, questions, offers and confidence.
            output_channel: not used; channels show the same reply in their own way.
            kwargs: what a custom action adds to `custom`, and values for the text's own placeholders.

        Returns:
            None where there is no such response.
        """
        language, day = language_of(tracker), clock.today()
        if utter_action.startswith(FAQ):
            names = _told(tracker, QUESTIONS) or [utter_action.removeprefix(FAQ)]
            answers = [answer(name, language, day) for name in names[:MOST_ANSWERS]]
            utterance = _answered(answers, names[MOST_ANSWERS:], language)
        elif utter_action in responses():
            language = reply_language(tracker) if is_essential(utter_action) else language
            utterance = _speak(utter_action, responses()[utter_action], tracker, language)
        elif (about := _of_a_check(utter_action, tracker, language)) is not None:
            utterance = about
        else:
            return None
        basis = Basis(**utterance["custom"], language=language, as_of=day, confidence=_confidence(tracker))
        return utterance | {"custom": basis.model_dump(mode="json")}


def _of_a_check(utter_action: str, tracker: DialogueStateTracker, language: str) -> Utterance | None:
    """Return what a check says; None where it is no check's response."""
    if utter_action == OVER:
        return stopped(language)
    case = Case.from_slot(tracker.get_slot(CASE))
    if case is None or not utter_action.startswith(ASK):
        return None
    if utter_action == NEXT:
        return decision(case, language)
    return question(case, utter_action.removeprefix(ASK), language, interrupted=_interrupted(tracker))


def _interrupted(tracker: DialogueStateTracker) -> bool:
    """Tell whether the latest message was replied to already, and told the check nothing."""
    since = list(takewhile(lambda event: not isinstance(event, UserUttered), reversed(tracker.events)))
    told = any(isinstance(event, SlotSet) and event.key == CASE for event in since)
    return any(isinstance(event, BotUttered) for event in since) and not told


def _answered(answers: Sequence[Answer], rest: Sequence[str], language: str) -> Utterance:
    """Return the reply that gives answers, in their order, and offers the rest."""
    sources = {source.model_dump_json(): source.model_dump() for entry in answers for source in entry.sources}
    return {
        "text": "\n\n".join(entry.text for entry in answers),
        "buttons": _leading_on(answers, rest, language),
        "custom": {
            "topic": answers[0].topic,
            "questions": [entry.question for entry in answers if entry.question],
            "silent": any(entry.silent for entry in answers),
            "outcome": answers[0].outcome,
            "sources": list(sources.values()),
        },
    }


def _leading_on(answers: Sequence[Answer], rest: Sequence[str], language: str) -> list[Button]:
    """Return the buttons under answers: the topic's whole, what was asked besides, what is likely asked next."""
    if len(answers) > 1:
        whole = [button(entry.topic, language) for entry in answers]
    else:
        whole = [more_button(entry.topic, language) for entry in answers if entry.question]
    names = [*rest, *(name for entry in answers for name in entry.follow_ups)]
    every = [*whole, *(button(name, language) for name in names)]
    return list({entry["payload"]: entry for entry in every}.values())


def _speak(name: str, response: Response, tracker: DialogueStateTracker, language: str) -> Utterance:
    buttons = MOVING_BUTTONS[name](tracker, language) if name in MOVING_BUTTONS else []
    offers = [name.replace(".", "/") for name in _told(tracker, OFFERED)]
    return {
        "text": fill(response_texts(language)[name], language).strip(),
        "buttons": buttons + [button(lead, language) for lead in response.buttons],
        "custom": {
            "topic": response.topic,
            "asks": response.asks,
            "outcome": response.outcome,
            "sources": [cite(source, language).model_dump() for source in response.sources],
        }
        | ({"offers": offers} if response.outcome == "offered" else {}),
    }


def _confidence(tracker: DialogueStateTracker) -> float:
    intent = tracker.latest_message.intent if tracker.latest_message else {}
    return round(float(intent.get("confidence") or 0.0), 3)


def _told(tracker: DialogueStateTracker, key: str) -> list[str]:
    return list(tracker.latest_message.parse_data.get(key) or []) if tracker.latest_message else []


def _offered(tracker: DialogueStateTracker, language: str) -> list[Button]:
    return [button(name, language) for name in _told(tracker, OFFERED)]


def _languages(tracker: DialogueStateTracker, language: str) -> list[Button]:
    return [
        {"title": spoken.name, "payload": f'/change_language{{"chosen_language": "{key}", "language": "{key}"}}'}
        for key, spoken in languages().items()
    ]


MOVING_BUTTONS: dict[str, Callable[[DialogueStateTracker, str], list[Button]]] = {
    "utter_offer": _offered,
    "utter_which_language": _languages,
    "utter_unspoken_language": _languages,
}
