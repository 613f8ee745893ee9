"""Can a number be read in every language, so that a My Number is known however it is written?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.language import chain, known_languages
from bot.content.numerals import Numerals, numerals
from bot.privacy.folding import fold_word

FIGURES = set(range(10))


def number_word_problems() -> Iterator[str]:
    """Yield what a language's `numbers.yml` lacks, for every language, answered or not."""
    told = {entry.language: entry for entry in numerals()}
    for language in known_languages():
        if not told.keys() & set(chain(language)):
            yield f"{language}: no numbers.yml"
    for language, entry in told.items():
        if lacking := lacking_figures(entry):
            yield f"{language} numbers.yml: no word for {', '.join(map(str, lacking))}"


def number_reading_problems() -> Iterator[str]:
    """Yield what would keep a My Number from being found in any language."""
    if not numerals():
        yield "no language has a numbers.yml"
    for entry in numerals():
        for words in (entry.words, entry.letters):
            yield from (f"{entry.language} numbers.yml: {problem}" for problem in said_twice(words))


def lacking_figures(entry: Numerals) -> list[int]:
    """Return the figures that no word says."""
    return sorted(FIGURES - {*entry.letters.values(), *entry.words.values()})


def said_twice(words: dict[str, int]) -> Iterator[str]:
    """Yield the words that are another when folded, and say another number."""
    folded: dict[str, int] = {}
    for word, value in words.items():
        if folded.setdefault(fold_word(word), value) != value:
            yield f"'{word}' says {folded[fold_word(word)]} and {value}"
