"""Which language is a message written in, and in which is it answered?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Optional

from py3langid.langid import MODEL_FILE, LanguageIdentifier
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.language import Script, default_language, known_languages, languages, spoken
from bot.nlu.context import last_language
from bot.nlu.plain_component import PlainComponent
from bot.nlu.spelling import fold

LANGUAGE = "language"
CHOSEN_LANGUAGE = "chosen_language"
# The language of the reply to a message, which may have no answers yet.
REPLY_LANGUAGE = "reply_language"

QUOTED = re.compile('「[^」]*」|『[^』]*』|“[^”]*”|"[^"]*"')
HIRAGANA = re.compile("[ぁ-ゖ]")
KATAKANA = re.compile("[ァ-ヺｦ-ﾟ]")
HAN = re.compile("[一-鿿々]")
HANGUL = re.compile("[가-힣]")
DEVANAGARI = re.compile("[ऀ-ॿ]")
JAPANESE = re.compile("[ぁ-ヺー一-鿿々ｦ-ﾟ]+")
WORD = re.compile(r"[^\W\d_ぁ-ヺ一-鿿가-힣ऀ-ॿ]+(?:['’][a-z]+)?")
# A name such as iPhone or ATM says nothing about the sentence around it; a word in small letters does.
PLAIN_WORD = re.compile(r"[^\W\d_][a-zà-ɏḁ-ỿ'’]*$")
SURE_WORDS = 3
# A piece of writing that no other language has says as much as two words.
TELLTALE = 2


def script_of(text: str) -> Script | None:
    """Return the script that a text's sentence is built in, or None where it has no letters.

    Quoted Japanese terms don't count beside words of another script.
    """
    rest = _quoted_terms().sub("", QUOTED.sub("", text))
    if HANGUL.search(rest):
        return "hangul"
    if DEVANAGARI.search(rest):
        return "devanagari"
    words = [word for word in WORD.findall(rest) if PLAIN_WORD.match(word)]
    if HIRAGANA.search(rest) and not _only_terms(rest, words):
        return "kana"
    if not HIRAGANA.search(rest) and _han_telltale().search(rest):
        return "han"
    words = WORD.findall(rest)
    quoting = bool(KATAKANA.search(rest) or HAN.search(text))
    if any(word.islower() or not quoting for word in words):
        return "latin"
    if KATAKANA.search(text) or HIRAGANA.search(text):
        return "kana"
    return "han" if HAN.search(text) else None


def _only_terms(text: str, words: Sequence[str]) -> bool:
    """Tell whether the Japanese in a sentence of other words is only terms."""
    runs = JAPANESE.findall(text)
    return len(words) > 1 and all(map(_term().match, runs))


@lru_cache
def _han_telltale() -> re.Pattern[str]:
    """Return a pattern of what only languages have that are written in Chinese characters alone."""
    only_han = (language for language in known_languages().values() if language.scripts == ("han",))
    telltales = sorted({telltale for language in only_han for telltale in language.telltales})
    return re.compile("|".join(map(re.escape, telltales)) or "(?!)")


@lru_cache
def _quoted_terms() -> re.Pattern[str]:
    """Return a pattern of the terms that people of other languages write without quotation marks."""
    terms = sorted({term for language in known_languages().values() for term in language.terms}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, terms)) or "(?!)")


@lru_cache
def _term() -> re.Pattern[str]:
    """Return a pattern of a term of a screen, such as 登録済み or 資格情報なし.

    More grammar than two kana at its end, or a particle, makes it a sentence.
    """
    particles = {particle for language in known_languages().values() for particle in language.particles}
    sentence = f"|.*(?:{'|'.join(sorted(particles))})" if particles else ""
    return re.compile(f"[ァ-ヺー一-鿿々ｦ-ﾟ](?!.*[ぁ-ゖ]{{3,}}${sentence})")


@lru_cache
def _statistics(candidates: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(candidates))
    return identifier


def _likeliest(text: str, candidates: Sequence[str]) -> str:
    """Return the likeliest language; one that the statistics don't know is never found by them."""
    codes = {_code(key): key for key in candidates}
    known = tuple(code for code in codes if code in _statistics_languages())
    code = _statistics(known).classify(text)[0] if len(known) > 1 else next(iter(known or codes))
    return codes[code]


def _code(language: str) -> str:
    return known_languages()[language].detected_as or known_languages()[language].base


@lru_cache
def _statistics_languages() -> frozenset[str]:
    return frozenset(LanguageIdentifier.from_pickled_model(MODEL_FILE).nb_classes)


def detect(text: str, prior: str | None) -> str | None:
    """Return the known language of a text, whether or not it has answers; None where the text can't tell.

    Args:
        text: what the person wrote.
        prior: the conversation's language so far; it decides between languages that share a script
            while the text is short, and between styles of one language always.
    """
    script = script_of(text)
    candidates = [key for key, language in known_languages().items() if script in language.scripts]
    bases = {known_languages()[key].base for key in candidates}
    if not candidates:
        return None
    if script not in ("latin", "han") and len(bases) == 1:
        # A term alone may be what a screen shows to somebody of another language.
        found: str | None = None if prior and script == "kana" and _is_term(text) else candidates[0]
    else:
        found = _among(text, prior, candidates, statistics=script == "latin")
    return prior if found and prior and _same(found, prior) else found


def _same(one: str, other: str) -> bool:
    return known_languages()[one].base == known_languages()[other].base


def _among(text: str, prior: str | None, candidates: Sequence[str], *, statistics: bool) -> str | None:
    """Return which of the languages of a script a text is in; a name alone, "ok" and "ATM" don't tell."""
    if _is_name(text):
        return None
    signs = {key: _signs(text, key) for key in candidates}
    most = max(signs.values())
    likely = [key for key in candidates if signs[key] == most]
    if prior and prior in candidates:
        # A language without common words of its own can have nothing said against it.
        surely = most >= TELLTALE and bool(known_languages()[prior].common_words or not statistics)
        return likely[0] if surely and len(likely) == 1 and most > signs[prior] else None
    if most == 0 and not (statistics and _is_sentence(text)):
        return None
    if len(likely) > 1 and statistics:
        return _likeliest(text, likely)
    return likely[0]


def _signs(text: str, language: str) -> int:
    """Return how much of a text says that it is in a language."""
    entry, folded = known_languages()[language], fold(text)
    words = sum(word in _common_words(language) for word in WORD.findall(folded))
    return words + TELLTALE * sum(piece in folded for piece in entry.telltales)


@lru_cache
def _common_words(language: str) -> frozenset[str]:
    return frozenset(known_languages()[language].common_words)


def _is_term(text: str) -> bool:
    """Tell whether a text is one Japanese term, in Chinese characters and with little grammar."""
    runs = JAPANESE.findall(text)
    return len(runs) == 1 and bool(HAN.match(runs[0]) and _term().match(runs[0])) and not WORD.search(text)


def _is_name(text: str) -> bool:
    """Tell whether words may be a name: several, each with a capital."""
    words = WORD.findall(text)
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _is_sentence(text: str) -> bool:
    """Tell whether words are more than a name: three at least, not all with a capital."""
    words = WORD.findall(text)
    return len(words) >= SURE_WORDS and any(word.islower() for word in words)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class LanguageDetector(PlainComponent):
    """Sets each message's language, and settles the language of the reply.

    A language that the person chose stays. Otherwise a whole sentence decides, then the channel's `language`, then the
    conversation so far. The entity `language`, from which the conversation takes its own, is always one with answers.
    """

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Return what Rasa is told of the examples as it is; the models read them from the content."""
        return training_data

    # Rasa compares the type of what it hands over with Optional[…] only.
    def process(self, messages: list[Message], tracker: Optional[DialogueStateTracker] = None) -> list[Message]:  # noqa: UP045
        """Set the language of messages, and of the replies to them."""
        for message in messages:
            chosen, conversation = _slot(tracker, CHOSEN_LANGUAGE), _slot(tracker, LANGUAGE) or last_language(tracker)
            channel = _known((message.get(METADATA) or {}).get(LANGUAGE))
            prior = chosen or channel or conversation
            pressed = message.get(TEXT).startswith(INTENT_MESSAGE_PREFIX)
            written = None if pressed else detect(message.get(TEXT), prior)
            message.set(LANGUAGE, written or prior or default_language())
            # Where the channel's has no answers, the conversation may have come to another.
            answered = channel if channel and spoken(channel) else None
            reply = chosen or written or answered or conversation or channel or default_language()
            message.set(REPLY_LANGUAGE, reply, add_to_output=True)
            _announce(message, spoken(reply))
        return messages


def _known(language: str | None) -> str | None:
    return language if language in known_languages() else None


def _slot(tracker: DialogueStateTracker | None, name: str) -> str | None:
    value = tracker.get_slot(name) if tracker and name in tracker.slots else None
    return value if value in languages() else None


def _announce(message: Message, language: str | None) -> None:
    """Set the conversation's language; where the reply's has no answers, it stays."""
    if language:
        entity = {"entity": LANGUAGE, "value": language, "extractor": LanguageDetector.__name__}
        message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)
