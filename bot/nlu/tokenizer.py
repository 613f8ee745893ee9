"""Words: SudachiPy for Japanese, spaCy's own tokenizers for the other languages."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import spacy
from rasa.nlu.tokenizers.tokenizer import Token
from sudachipy import Dictionary, Morpheme, SplitMode

from bot.content.language import known_languages
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


def _japanese(text: str) -> list[Token]:
    return [_word(morpheme) for morpheme in _sudachi().tokenize(text, SplitMode.C) if morpheme.surface().strip()]


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


def tokenize(text: str, language: str) -> list[Token]:
    """Return the words of a text, their offsets those of the text as given.

    Args:
        text: any text, at most some 10,000 characters.
        language: the id of a known language.
    """
    library = known_languages()[language].tokenizer.library
    return _japanese(text) if library == SUDACHI else _other(text, language)


def forms(token: Token) -> list[str]:
    """Return the word forms that a token is matched by: short units, normalised, in small letters."""
    parts: list[str] = token.get(PARTS) or [straight(token.text)]
    return [part.lower() for part in parts]
