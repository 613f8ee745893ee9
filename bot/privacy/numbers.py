"""The numbers of a text, however they are written: figures, letters that stand for figures, words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import regex

from bot.content.numerals import Numerals
from bot.privacy.composing import compose
from bot.privacy.folding import fold_word
from bot.privacy.recogniser import MASK

# The mark of a long vowel is a letter, but typed for a dash.
NO_LETTER = r"[^\p{L}\p{N}]|ー"
NO_LETTER_SHORT = rf"(?:{NO_LETTER}){{0,2}}"
# Between two parts of one number there is a clause at most.
LONGEST_GAP = 60
NOTHING = "(?!)"
FIGURE = regex.compile("[0-9]")
MASKED = fold_word(MASK)


@dataclass(frozen=True)
class Number:
    """A number as it stands in a folded text: its figures, and where.

    Attributes:
        digits: the figures, 0 to 9, leading zeros too.
        start, end: its place.
        figures: whether it is written in figures.
    """

    digits: str
    start: int
    end: int
    figures: bool


class NumberReader:
    """Reads the numbers of one language's texts, and which of them belong together."""

    def __init__(self, language: Numerals, spelled: bool) -> None:
        """Read figures, and where they are `spelled`, a language's letters and words too."""
        letters, words, repeats = map(_folded, (language.letters, language.words, language.repeats))
        self._letters, self._words, self._repeats = (letters, words, repeats) if spelled else ({}, {}, {})
        self._spelling = [*self._letters, *self._words, *self._repeats]
        edges = language.edges
        counted = _counted([] if spelled else [*letters, *words], language.counters, edges)
        between = [*map(fold_word, language.between), *({} if spelled else words)]
        self._inside = regex.compile(_gap(map(fold_word, language.inside), edges))
        self._between = regex.compile(_gap(between, edges, counted))
        self._word = regex.compile(_any([*self._words, *self._repeats]))
        self._token = regex.compile(self._pattern(edges, counted))

    def reads(self, text: str) -> bool:
        """Tell whether there is a number in a folded text, or would be with other words before it."""
        return self.may_read(text, 1) and bool(self._token.search(text))

    def may_read(self, text: str, digits: int) -> bool:
        """Tell whether so many digits can be read in a folded text; it costs a fraction of reading them."""
        return any(word in text for word in self._spelling) or len(FIGURE.findall(text)) >= digits

    def rows(self, text: str) -> Iterator[tuple[Number, ...]]:
        """Yield the numbers of a folded text, those together that nothing but separators sets apart."""
        row: list[Number] = []
        for number in self._numbers(text):
            if row and not self._joined(text[row[-1].end : number.start]):
                yield tuple(row)
                row = []
            row.append(number)
        if row:
            yield tuple(row)

    def _joined(self, gap: str) -> bool:
        return len(gap) <= LONGEST_GAP and MASKED not in gap and bool(self._between.fullmatch(gap))

    def _numbers(self, text: str) -> Iterator[Number]:
        words: list[regex.Match[str]] = []
        for match in self._token.finditer(text):
            if not match.lastgroup:
                continue
            chain = list(self._word.finditer(text, *match.span())) if match["words"] else []
            if not chain or (words and not self._inside.fullmatch(text[words[-1].end() : match.start()])):
                yield from self._spelled(words)
                words = []
            words += chain
            yield from () if chain else self._written(match)
        yield from self._spelled(words)

    def _written(self, match: regex.Match[str]) -> Iterator[Number]:
        """Yield the number of figures, or of letters that stand for them: 一二三四, 千二百三十四."""
        if match["figures"]:
            yield Number(match[0], match.start(), match.end(), True)
            return
        values = [self._letters[letter] for letter in match[0]]
        by_place = max(values) < 10
        digits = "".join(map(str, values if by_place else (number for number, _ in compose(values))))
        yield Number(digits, match.start(), match.end(), False)

    def _spelled(self, words: list[regex.Match[str]]) -> Iterator[Number]:
        """Yield the numbers of a row of words: "double five" says 55, "thirty-four" 34."""
        times, begin = 1, None
        for repeats, row in groupby(words, lambda match: match[0] in self._repeats):
            matches = list(row)
            if repeats:
                times, begin = self._repeats[matches[-1][0]], matches[-1].start()
                continue
            at = 0
            for value, count in compose([self._words[match[0]] for match in matches]):
                start = matches[at].start() if begin is None else begin
                yield Number(str(value) * times, start, matches[at + count - 1].end(), False)
                at, times, begin = at + count, 1, None

    def _pattern(self, edges: tuple[str, ...], counted: str) -> str:
        letters = f"[{''.join(map(regex.escape, self._letters))}]+" if self._letters else NOTHING
        words = _edged(f"{self._word.pattern}+", edges)
        return rf"{counted}|(?P<figures>[0-9]+)|(?P<letters>{letters})|(?P<words>{words})"


def _folded(words: Mapping[str, int]) -> dict[str, int]:
    return {fold_word(word): value for word, value in words.items()}


def _counted(numbers: Iterable[str], counters: Iterable[str], edges: tuple[str, ...]) -> str:
    """Return a pattern of what only says how many figures follow: "4 digits", 四桁; not the end of a row of figures."""
    count = rf"(?<![0-9]{NO_LETTER_SHORT})[0-9]{{1,2}}|{_edged(_any(numbers), edges)}"
    return rf"(?:{count})[\s-]*{_edged(_any(map(fold_word, counters)), edges)}"


def _gap(words: Iterable[str], edges: tuple[str, ...], besides: str = NOTHING) -> str:
    return rf"(?:{NO_LETTER}|{_edged(_any(words), edges)}|{besides})*"


def _edged(pattern: str, edges: tuple[str, ...]) -> str:
    # A figure may touch a word, a letter may not: "dash5678" is two, "endash" none.
    before, after = r"(?<![\p{L}\p{M}])" * ("start" in edges), r"(?![\p{L}\p{M}])" * ("end" in edges)
    return f"{before}{pattern}{after}"


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(regex.escape, longest_first))})" if longest_first else NOTHING
