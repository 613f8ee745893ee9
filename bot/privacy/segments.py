"""Cut a row of numbers into My Numbers and others, the way that leaves least to wonder about."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

import regex

from bot.privacy import check_digit
from bot.privacy.known_numbers import COST_CERTAIN, cost
from bot.privacy.numbers import Number

# How much we'd wonder to find a My Number written so; the others' costs are of the same kind.
DIGITS, WHOLE, FOURS, EVEN, UNEVEN, MIXED, WORDED = 0.05, 0.5, 0.5, 0.8, 2.0, 3.5, 4.0
# Said in words or digit by digit, one too many is soon said; four fours may be a My Number and a neighbour.
SAID, SAID_TOO_MUCH, SAID_TWO_WAYS, FOUR_FOURS = 1.0, 0.4, 0.3, 1.2
MOST_SAID = 14
# How much a number costs that is of no known shape, by its length.
LEFT = {1: 0.5, 2: 0.5, 3: 1.0}
LEFT_LONG, LEFT_ENDLESS = 2.0, 3.0
# What speaks for a My Number, and against it.
CHECK_DIGIT, NAMED, NAMED_BEFORE, OTHER_NAMED = 0.6, 1.5, 6.0, 3.0
MOST_NUMBERS, MOST_DIGITS = 14, 24
# Of a number that is named a My Number this many digits are private, even where it isn't whole.
FEWEST_NAMED = 5
ANY_LETTER = regex.compile(r"(?!ー)[\p{L}\p{N}]")
SIGNS = {sign: kind for kind, signs in {"-": "-ー−~〜_()", "*": "・·"}.items() for sign in signs}


@dataclass(frozen=True)
class Context:
    """What the words around a row of numbers say.

    Attributes:
        named: whether the message names a My Number.
        named_before: whether it does right before the row.
        other_named: whether another number is named right before the row.
    """

    named: bool = False
    named_before: bool = False
    other_named: bool = False


class Part(NamedTuple):
    """Numbers of a row that are one: a My Number, something known or likely, or just left."""

    first: int
    last: int
    kind: Literal["mine", "known", "likely", "left"]


class Row:
    """Numbers that only separators set apart."""

    def __init__(self, text: str, numbers: Sequence[Number], context: Context) -> None:
        """Take the numbers as they stand in a folded text."""
        gaps = [text[before.end : after.start] for before, after in pairwise(numbers)]
        before = text[max(0, numbers[0].start - 1) : numbers[0].start]
        self._numbers, self._context = numbers, context
        self._separators = [separator(gap) for gap in gaps]
        marks = ["+" * gap.endswith("+") for gap in [before, *gaps]]
        self._written = [mark + number.digits for mark, number in zip(marks, numbers, strict=True)]

    def my_numbers(self) -> Iterator[tuple[int, int]]:
        """Yield the first and the last number of each My Number."""
        yield from ((part.first, part.last) for part in self._parts() if part.kind == "mine")

    def unknown(self) -> Iterator[tuple[int, int]]:
        """Yield the first and the last number of what has no known shape, where it is long enough to matter."""
        for left, parts in groupby(self._parts(), lambda part: part.kind in ("left", "likely")):
            row = list(parts)
            numbers = self._numbers[row[0].first : row[-1].last + 1]
            if left and sum(len(number.digits) for number in numbers) >= FEWEST_NAMED:
                yield row[0].first, row[-1].last

    def _parts(self) -> list[Part]:
        """Return the row cut up so that the costs are least."""
        size = len(self._numbers)
        best: list[tuple[float, Part | None]] = [(0.0, None)] * (size + 1)
        for start in reversed(range(size)):
            ways = [(found + best[part.last + 1][0], part) for found, part in self._ways(start)]
            best[start] = min(ways, key=lambda way: (way[0], way[1].kind != "mine"))
        parts, start = [], 0
        while start < size and (part := best[start][1]):
            parts.append(part)
            start = part.last + 1
        return parts

    def _ways(self, start: int) -> Iterator[tuple[float, Part]]:
        """Yield what could begin with a number, at which cost."""
        yield self._left(self._numbers[start]), Part(start, start, "left")
        written, digits = "", ""
        for last in range(start, min(start + MOST_NUMBERS, len(self._numbers))):
            written += self._written[last]
            digits += self._numbers[last].digits
            known, mine = cost(written), self._as_my_number(start, last, digits)
            if known is not None:
                yield known, Part(start, last, "likely" if known > COST_CERTAIN else "known")
            if mine is not None:
                yield mine, Part(start, last, "mine")
            if len(digits) >= MOST_DIGITS:
                return
            written += self._separators[last] if last < len(self._separators) else ""

    def _left(self, number: Number) -> float:
        length = len(number.digits)
        return LEFT.get(length, LEFT_LONG if length <= check_digit.LENGTH else LEFT_ENDLESS)

    def _as_my_number(self, start: int, last: int, digits: str) -> float | None:
        """Return the cost of taking these numbers as a My Number, None where they can't be one."""
        if len(digits) < check_digit.LENGTH:
            return None
        shape = self._shape(self._numbers[start : last + 1], set(self._separators[start:last]))
        if shape is None:
            return None
        checked = len(digits) == check_digit.LENGTH and check_digit.holds(digits)
        against = OTHER_NAMED * (self._context.other_named and shape >= UNEVEN)
        return shape - CHECK_DIGIT * checked - self._spoken_for() + against

    def _spoken_for(self) -> float:
        return NAMED_BEFORE if self._context.named_before else NAMED * self._context.named

    def _shape(self, numbers: Sequence[Number], signs: set[str]) -> float | None:
        lengths = [len(number.digits) for number in numbers]
        total, one_sign = sum(lengths), len(signs) <= 1
        if lengths == [1] * check_digit.LENGTH and one_sign:
            return DIGITS
        if set(lengths) == {1} or not any(number.figures for number in numbers):
            return _said(numbers) if check_digit.LENGTH <= total <= MOST_SAID else None
        if lengths == [4, 4, 4, 4] and one_sign:
            return FOUR_FOURS
        if total != check_digit.LENGTH:
            return None
        if len(set(lengths)) == 1:
            return {1: WHOLE, 3: FOURS}.get(len(lengths), EVEN)
        return WORDED if "w" in signs else UNEVEN if one_sign else MIXED


def _said(numbers: Sequence[Number]) -> float:
    """Return the cost of a My Number that is said, dearer where it is too long or written in two ways."""
    total = sum(len(number.digits) for number in numbers)
    two_ways = len({number.figures for number in numbers}) > 1
    return SAID + SAID_TOO_MUCH * (total - check_digit.LENGTH) + SAID_TWO_WAYS * two_ways


def separator(gap: str) -> str:
    """Return one sign for what stands between two numbers: `w` for words, `?` for several signs."""
    if ANY_LETTER.search(gap):
        return "w"
    signs = {_sign(letter) for letter in gap if not letter.isspace() and letter != "+"}
    return signs.pop() if len(signs) == 1 else "?" if signs else " " if gap else "j"


def _sign(letter: str) -> str:
    return "-" if unicodedata.category(letter) == "Pd" else SIGNS.get(letter, letter)
