"""The concept lexicon: words of all languages that mean the same become one feature.

紛失, なくした, lost and misplaced are all `lose`; so what is learnt from one wording holds for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.content import read_yaml
from bot.languages import languages
from bot.nlu.tokenizer import forms, tokenize
from bot.project import DATA

LONGEST = 5


@lru_cache
def _lexicon(language: str) -> dict[tuple[str, ...], str]:
    """Return concepts by the words that name them, cut as the tokenizer cuts messages."""
    base = languages()[language].base
    entries = read_yaml(DATA / "nlu" / "concepts.yml")["concepts"]
    named = ((term, concept) for concept, terms in entries.items() for term in terms.get(base, ()))
    return {tuple(_words(term, language)): concept for term, concept in named}


def _words(term: str, language: str) -> list[str]:
    return [form for token in tokenize(term, language) for form in forms(token)]


def concepts_in(words: Sequence[str], language: str) -> set[str]:
    """Return the concepts that a message names.

    Args:
        words: the message's word forms, in order.
        language: the language that they are in.
    """
    lexicon = _lexicon(language)
    spans = (
        tuple(words[start : start + size])
        for start in range(len(words))
        for size in range(1, min(LONGEST, len(words) - start) + 1)
    )
    return {lexicon[span] for span in spans if span in lexicon}
