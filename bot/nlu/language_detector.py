"""Which language is a message written in, and in which is it answered?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Optional

from py3langid.langid import MODEL_FILE, LanguageIdentifier
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.language import Script, default_language, languages

LANGUAGE = "language"
CHOSEN_LANGUAGE = "chosen_language"

# Japanese terms with kana that people quote inside a sentence of another language.
QUOTED = re.compile("資格情報のお知らせ|お知らせ|やさしい日本語")
HIRAGANA = re.compile("[ぁ-ゖ]")
KATAKANA = re.compile("[ァ-ヺｦ-ﾟ]")
HAN = re.compile("[一-鿿々]")
HANGUL = re.compile("[가-힣]")
DEVANAGARI = re.compile("[ऀ-ॿ]")
WORD = re.compile(r"[^\W\d_ぁ-ヺ一-鿿가-힣ऀ-ॿ]+")
# A name such as iPhone or ATM says nothing about the sentence around it; a word in small letters does.
PLAIN_WORD = re.compile(r"[^\W\d_][a-zà-ɏḁ-ỿ]+$")
SURE_WORDS, SURE_LETTERS = 3, 4


def script_of(text: str) -> Script | None:
    """Return the script that a text's sentence is built in, or None where it has no letters.

    Quoted Japanese terms don't count beside words of another script.
    """
    rest = QUOTED.sub("", text)
    if HIRAGANA.search(rest):
        return "kana"
    if HANGUL.search(rest):
        return "hangul"
    if DEVANAGARI.search(rest):
        return "devanagari"
    words = WORD.findall(rest)
    quoting = bool(KATAKANA.search(rest) or HAN.search(text))
    if any(word.islower() or not quoting for word in words):
        return "latin"
    if KATAKANA.search(text) or HIRAGANA.search(text):
        return "kana"
    return "han" if HAN.search(text) else None


@lru_cache
def _statistics(candidates: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(candidates))
    return identifier


def _likeliest(text: str, candidates: tuple[str, ...]) -> str:
    """Return the likeliest language; one that the statistics don't know is never found by them."""
    codes = {_code(key): key for key in candidates}
    known = tuple(code for code in codes if code in _statistics_languages())
    code = _statistics(known).classify(text)[0] if len(known) > 1 else next(iter(known or codes))
    return codes[code]


def _code(language: str) -> str:
    return languages()[language].detected_as or languages()[language].base


@lru_cache
def _statistics_languages() -> frozenset[str]:
    return frozenset(LanguageIdentifier.from_pickled_model(MODEL_FILE).nb_classes)


def detect(text: str, prior: str | None) -> str | None:
    """Return the language of a text, or None where the text can't tell.

    Args:
        text: what the person wrote.
        prior: the conversation's language so far; it decides between languages that share a script
            while the text is short, and between styles of one language always.
    """
    script = script_of(text)
    candidates = tuple(key for key, language in languages().items() if script in language.scripts)
    if not candidates or script == "han":
        return None
    if script == "latin" and not _tells(text, prior, candidates):
        return None
    # Statistics that don't know the conversation's language can say nothing against it.
    if prior in candidates and _code(prior) not in _statistics_languages():
        return None
    bases = {languages()[key].base for key in candidates}
    found = candidates[0] if len(bases) == 1 else _likeliest(text, candidates)
    return prior if prior and languages()[found].base == languages()[prior].base else found


def _tells(text: str, prior: str | None, candidates: tuple[str, ...]) -> bool:
    """Tell whether Latin letters say anything against the prior: "ok" and "ATM" don't."""
    words = [word for word in WORD.findall(text) if PLAIN_WORD.match(word)]
    if prior in candidates:
        return len(words) >= SURE_WORDS
    return bool(words) and (prior is None or len(words) > 1 or len(words[0]) >= SURE_LETTERS)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class LanguageDetector(GraphComponent):
    """Sets each message's language, and the language of the reply as the entity `language`.

    A language that the person chose stays. Otherwise the message decides where it can, then the channel's
    `language`, then the conversation so far.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageDetector:
        """Create the component; there is nothing to configure."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set the language of examples that their file's name doesn't tell."""
        for message in training_data.training_examples:
            if message.get(TEXT) and not message.get(LANGUAGE):
                message.set(LANGUAGE, detect(message.get(TEXT), None) or default_language())
        return training_data

    # Rasa compares the type of what it hands over with Optional[…] only.
    def process(self, messages: list[Message], tracker: Optional[DialogueStateTracker] = None) -> list[Message]:  # noqa: UP045
        """Set the language of messages, and of the replies to them."""
        for message in messages:
            chosen = _slot(tracker, CHOSEN_LANGUAGE)
            prior = chosen or (message.get(METADATA) or {}).get(LANGUAGE) or _slot(tracker, LANGUAGE)
            pressed = message.get(TEXT).startswith(INTENT_MESSAGE_PREFIX)
            written = None if pressed else detect(message.get(TEXT), prior)
            message.set(LANGUAGE, written or prior or default_language())
            _announce(message, chosen or written or prior or default_language())
        return messages


def _slot(tracker: DialogueStateTracker | None, name: str) -> str | None:
    value = tracker.get_slot(name) if tracker and name in tracker.slots else None
    return value if value in languages() else None


def _announce(message: Message, language: str) -> None:
    entity = {"entity": LANGUAGE, "value": language, "extractor": LanguageDetector.__name__}
    message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)
