"""Rasa's own slash commands, which are for its developers, and buttons, which are for everybody."""

from __future__ import annotations

import re
from functools import lru_cache

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.dialogue import titles
from bot.content.essentials import essentials
from bot.content.language import default_language, languages
from bot.content.topic import is_question, topics
from bot.nlu.plain_component import PlainComponent

SLASH = "/"
ANSWER = "/faq/"
CHOICE = re.compile(r'/answer\{"answer": ?"[a-z0-9_]{1,40}"\}')
FACT = re.compile(r'/(?P<turn>[a-z0-9_]{1,40})\{"fact": ?"[a-z0-9_]{1,40}=[A-Za-z0-9_-]{1,40}"\}')
TELL, UTTER = "answer", "utter_"
LANGUAGE = re.compile(r'/change_language\{"chosen_language": ?"(?P<key>[^"]+)", ?"language": ?"(?P=key)"\}')


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SlashCommands(PlainComponent):
    """Takes the slash from everything but a button that we offer, so that it is read as the words that it is.

    `/restart`, `/back` and `/session_start` would undo or empty a conversation and get no reply, and an intent with a
    confidence or entities of the sender's own behind it would get none. Buttons of a topic outlive the topic on
    people's screens.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        """Take the slash away."""
        for message in messages:
            text = message.get(TEXT).strip()
            if text.startswith(SLASH) and not is_button(text):
                message.set(TEXT, _words(text), add_to_output=True)
        return messages


def is_button(text: str) -> bool:
    """Tell whether a text is what a button of ours sends, with nothing before or behind it."""
    if text.startswith(ANSWER):
        name = text.removeprefix(ANSWER)
        return name in topics() or is_question(name)
    chosen = LANGUAGE.fullmatch(text)
    if chosen:
        return chosen["key"] in languages()
    if fact := FACT.fullmatch(text):
        return fact["turn"] == TELL or fact["turn"] in _turns()
    return text.removeprefix(SLASH) in _turns() or bool(CHOICE.fullmatch(text))


@lru_cache
def _turns() -> frozenset[str]:
    """Return the intents that buttons start, and those of what is said in every language."""
    said = essentials(default_language()).says
    return frozenset([*titles(default_language()), *(name.removeprefix(UTTER) for name in said)])


def _words(text: str) -> str:
    """Return a text without the slashes before it, a lone slash where there is nothing else."""
    while text.startswith(SLASH) and len(text) > 1:
        text = text[1:].strip() or SLASH
    return text
