"""Which language does somebody ask for?"""

from __future__ import annotations

import re
from functools import lru_cache

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.language import NAME, default_language, known_languages, spoken
from bot.nlu.language_detector import CHOSEN_LANGUAGE, LANGUAGE, REPLY_LANGUAGE
from bot.nlu.plain_component import PlainComponent
from bot.nlu.sentences import cut_at_commas
from bot.nlu.spelling import fold
from bot.nlu.topic_selector import UNSPOKEN

CHANGE_LANGUAGE = "change_language"
WHICH_LANGUAGE = "which_language"
# What a message tells besides its wish for a language.
BESIDES = "besides"


@lru_cache
def _names() -> dict[str, str]:
    """Return language ids by what people call them."""
    return {fold(name): key for key, language in known_languages().items() for name in language.asked_as}


@lru_cache
def _name() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@lru_cache
def _refusal() -> re.Pattern[str]:
    patterns = [pattern for language in known_languages().values() for pattern in language.refused_as]
    return re.compile("|".join(pattern.replace(NAME, f"(?:{_name().pattern})") for pattern in patterns))


def requested_language(text: str) -> str | None:
    """Return the known language that a request names and doesn't refuse, the last one where it names several."""
    folded = fold(text)
    refused = [range(*match.span()) for match in _refusal().finditer(folded)]
    named = (match for match in _name().finditer(folded) if not any(match.start() in span for span in refused))
    wanted = [_names()[match[0]] for match in named]
    return wanted[-1] if wanted else None


def besides(text: str, language: str) -> str:
    """Return a text without its clauses that name a language: "English, please" says neither no nor yes.

    Args:
        text: what the person wrote.
        language: the language that it is in.
    """
    for clause in cut_at_commas(text, language):
        if _name().search(fold(clause)):
            text = text.replace(clause, "")
    return text if any(map(str.isalnum, text)) else ""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageRequest(PlainComponent):
    """Reads the language out of a wish to change it; where none is named, the person is asked which."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the entities `chosen_language` and `language`, or the intent where no language with answers is named.

        What the message tells besides is set apart, for the facts.
        """
        for message in messages:
            if (message.get(INTENT) or {}).get("name") == CHANGE_LANGUAGE:
                _read(message)
        return messages


def _read(message: Message) -> None:
    text = message.get(TEXT)
    message.set(BESIDES, besides(text, message.get(LANGUAGE) or default_language()))
    wanted = requested_language(text)
    if wanted is None:
        _mean(message, WHICH_LANGUAGE)
        return
    message.set(REPLY_LANGUAGE, wanted, add_to_output=True)
    answers = spoken(wanted)
    if answers is None:
        _mean(message, UNSPOKEN)
        return
    others = [entity for entity in message.get(ENTITIES, []) if entity["entity"] != LANGUAGE]
    named = [{"entity": name, "value": answers} for name in (CHOSEN_LANGUAGE, LANGUAGE)]
    message.set(ENTITIES, others + named, add_to_output=True)


def _mean(message: Message, intent: str) -> None:
    message.set(INTENT, {**message.get(INTENT), "name": intent}, add_to_output=True)
