"""My Numbers: twelve digits that must never be kept, however they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from bot.content.numerals import Numerals, numerals
from bot.privacy.folding import fold, fold_word
from bot.privacy.numbers import Number, NumberReader
from bot.privacy.recogniser import Span
from bot.privacy.segments import FEWEST_NAMED, Context, Row

# How far before a number a word still names it, in characters: a My Number, another.
NEAR, NEAR_OTHER = 16, 24
FEWEST = 12


class MyNumber:
    """Finds My Numbers.

    Twelve digits are one, right or mistyped, unless their shape says that they are something else; the check digit only
    tips the balance. Where the words name a My Number, any shape is one.
    """

    def __init__(self, languages: Sequence[Numerals]) -> None:
        """Read numbers in these languages, whichever the message is in."""
        self._readers = [NumberReader(language, words) for language in languages for words in (True, False)]
        names = [name for language in languages for name in language.names]
        cards = [card for language in languages for card in language.cards]
        others = [other for language in languages for other in language.others]
        card = rf"(?:{_any(cards)})"
        self._name = regex.compile(rf"(?<!{card}\s*)(?:{_any(names)})(?!\s*-?{card})")
        self._other = regex.compile(_any(others))

    def find(self, text: str) -> list[Span]:
        """Return where My Numbers stand in a text."""
        folded = fold(text)
        names = [match.end() for match in self._name.finditer(folded.text)]
        readers = (reader for reader in self._readers if reader.may_read(folded.text, FEWEST_NAMED))
        rows = {numbers for reader in readers for numbers in reader.rows(folded.text)}
        found = [span for numbers in rows for span in self._in_row(folded.text, numbers, names)]
        return [Span(folded.starts[start], folded.ends[end - 1]) for start, end in found]

    def may_begin_or_go_on(self, text: str) -> bool:
        """Tell whether there is any number in the text, as there is in few messages."""
        folded = fold(text).text
        return any(reader.reads(folded) for reader in self._readers)

    def _in_row(self, text: str, numbers: Sequence[Number], names: list[int]) -> Iterator[Span]:
        context = self._context(text, numbers[0].start, names)
        if sum(len(number.digits) for number in numbers) < (FEWEST_NAMED if context.named_before else FEWEST):
            return
        row = Row(text, numbers, context)
        for first, last in row.my_numbers():
            yield Span(numbers[first].start, numbers[last].end)
        for first, last in row.unknown() if context.named_before else ():
            yield Span(numbers[first].start, numbers[last].end)

    def _context(self, text: str, start: int, names: list[int]) -> Context:
        return Context(
            named=bool(names),
            named_before=any(start - NEAR <= end <= start for end in names),
            other_named=bool(self._other.search(text, max(0, start - NEAR_OTHER), start)),
        )


def _any(words: Iterable[str]) -> str:
    return "|".join(regex.escape(fold_word(word)) for word in sorted(words, key=len, reverse=True))


@lru_cache
def my_number() -> MyNumber:
    """Return the recogniser for all languages."""
    return MyNumber(numerals())
