"""The concept lexicon: words of all languages that mean the same become one feature.

紛失, なくした, lost and misplaced are all `lose`; so what is learnt from one wording holds for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.content.files import read_as
from bot.content.language import localised
from bot.nlu.tokenizer import forms, tokenize

LONGEST = 5


@lru_cache
def lexicon(language: str) -> dict[tuple[str, ...], str]:
    """Return concepts by the words that name them, cut as the tokenizer cuts messages."""
    path = localised("concepts.yml", language)
    entries = read_as(dict[str, list[str]], path) if path else {}
    named = ((term, concept) for concept, terms in entries.items() for term in terms)
    return {tuple(_words(term, language)): concept for term, concept in named}


def _words(term: str, language: str) -> list[str]:
    return [form for token in tokenize(term, language) for form in forms(token)]


def concepts_in(words: Sequence[str], language: str) -> set[str]:
    """Return the concepts that a message names.

    Args:
        words: the message's word forms, in order.
        language: the language that they are in.
    """
    known = lexicon(language)
    spans = (
        tuple(words[start : start + size])
        for start in range(len(words))
        for size in range(1, min(LONGEST, len(words) - start) + 1)
    )
    return {known[span] for span in spans if span in known}
