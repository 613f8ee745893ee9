"""Words: SudachiPy for Japanese, spaCy's own tokenizers for the other languages."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from sudachipy import Dictionary, Morpheme, SplitMode

from bot.content.language import default_language, known_languages
from bot.nlu.language_detector import LANGUAGE
from bot.nlu.spelling import straight

SUDACHI = "sudachi"
KANA, PARTS = "kana", "parts"


@lru_cache
def _sudachi() -> Any:
    return Dictionary(dict="core").tokenizer()


@lru_cache
def _spacy(language: str) -> Any:
    settings = known_languages()[language].tokenizer
    return spacy.blank(
        settings.code, config={"nlp": {"tokenizer": settings.options}} if settings.options else {}
    ).tokenizer


def _japanese(text: str, mode: SplitMode) -> list[Token]:
    return [_word(morpheme) for morpheme in _sudachi().tokenize(text, mode) if morpheme.surface().strip()]


def _word(morpheme: Morpheme) -> Token:
    """Return a token with its reading in kana and its short units, NFKC-normalised by Sudachi itself."""
    return Token(
        morpheme.surface(),
        morpheme.begin(),
        morpheme.end(),
        data={
            KANA: morpheme.reading_form(),
            PARTS: [part.normalized_form() for part in morpheme.split(SplitMode.A)] or [morpheme.normalized_form()],
        },
    )


def _other(text: str, language: str) -> list[Token]:
    words = (word for word in _spacy(language)(straight(text)) if word.text.strip())
    return [Token(text[word.idx : word.idx + len(word)], word.idx) for word in words]


def tokenize(text: str, language: str, mode: SplitMode = SplitMode.C) -> list[Token]:
    """Return the words of a text, their offsets those of the text as given.

    Args:
        text: any text, at most some 10,000 characters.
        language: the id of a known language.
        mode: how long Sudachi's units are: A short, C long.
    """
    library = known_languages()[language].tokenizer.library
    return _japanese(text, mode) if library == SUDACHI else _other(text, language)


def forms(token: Token) -> list[str]:
    """Return the word forms that a token is matched by: short units, normalised, in small letters."""
    parts: list[str] = token.get(PARTS) or [straight(token.text)]
    return [part.lower() for part in parts]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class MultilingualTokenizer(Tokenizer):
    """Tokenizes each message by its own language."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return Rasa's own options, and `split_mode` (A, B or C) for Japanese."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "split_mode": "C"}

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._mode = getattr(SplitMode, config["split_mode"])

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Return the tokens of one attribute of a message."""
        return tokenize(message.get(attribute), message.get(LANGUAGE) or default_language(), self._mode)
