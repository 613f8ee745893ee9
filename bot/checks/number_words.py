"""Can a number be read in every language, so that a My Number is known however it is written?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.language import chain, known_languages
from bot.content.numerals import Numerals, numerals
from bot.privacy.folding import fold_word

FIGURES = set(range(10))


def number_word_problems() -> Iterator[str]:
    """Yield the problems of `numbers.yml` in every language, answered or not."""
    told = {entry.language: entry for entry in numerals()}
    for language in known_languages():
        if not told.keys() & set(chain(language)):
            yield f"{language}: no numbers.yml"
    for language, entry in told.items():
        yield from (f"{language} numbers.yml: {problem}" for problem in _problems(entry))


def _problems(entry: Numerals) -> Iterator[str]:
    lacking = FIGURES - {*entry.letters.values(), *entry.words.values()}
    if lacking:
        yield f"no word for {', '.join(map(str, sorted(lacking)))}"
    for name in ("words", "letters"):
        yield from _twice(getattr(entry, name))


def _twice(words: dict[str, int]) -> Iterator[str]:
    """Yield words that are one when folded, and say two numbers."""
    folded: dict[str, int] = {}
    for word, value in words.items():
        if folded.setdefault(fold_word(word), value) != value:
            yield f"'{word}' says {folded[fold_word(word)]} and {value}"
