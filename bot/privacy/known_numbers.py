"""Numbers that are no My Number, by their shape: dates, times, telephones, postcodes, amounts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import regex

YEAR, MONTH, DAY = r"(?:19|20)[0-9]{2}", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12][0-9]|3[01])"
MONTH_OF_TWO, DAY_OF_TWO = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12][0-9]|3[01])"
BYTE = r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})"
CERTAIN = (
    # Dates and times.
    rf"{YEAR}([-/. ]){MONTH}\1{DAY}",
    rf"{DAY}([-/. ]){MONTH}\2{YEAR}",
    rf"{MONTH}([-/. ]){DAY}\3{YEAR}",
    rf"{YEAR}[-/.]{MONTH}",
    rf"{YEAR}{MONTH_OF_TWO}{DAY_OF_TWO}",
    rf"{MONTH}/{DAY}",
    # What is counted by the day: 20261130-0457.
    rf"{YEAR}{MONTH_OF_TWO}{DAY_OF_TWO}-[0-9]{{2,4}}",
    r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?",
    # Telephones: of Japan, and with a country's code.
    r"(?=(?:[^0-9]*[0-9]){10,11}$)0[0-9]{1,4}[-. ][0-9]{1,4}[-. ][0-9]{3,4}",
    r"(?=(?:[^0-9]*[0-9]){10,11}$)0[0-9]{1,3}[-. ][0-9]{6,8}",
    r"0[0-9]{9,10}",
    r"(?=(?:[^0-9]*[0-9]){9,15}$)\+[0-9]{1,3}(?:[-. ][0-9]{1,5}){1,5}",
    r"\+[0-9]{9,15}",
    # A year, a postcode, a machine's address.
    YEAR,
    r"[0-9]{3}-[0-9]{4}",
    rf"(?=.*[0-9]{{2}})(?:{BYTE}\.){{3}}{BYTE}",
)
# A short date, an insurer's number: they could be part of something else.
LIKELY = (
    rf"{DAY}([-/.]){MONTH}\1[0-9]{{2}}",
    rf"{MONTH}([-/.]){DAY}\2[0-9]{{2}}",
    rf"[0-9]{{2}}([-/.]){MONTH}\3{DAY}",
    r"[0-9]{8}",
    # An amount, which two of would look like a number in groups of three.
    r"[0-9]{1,3}(?:,[0-9]{3}){1,2}",
)
COST_CERTAIN, COST_LIKELY = 0.1, 0.2
BANK_CARD = regex.compile(r"[0-9]{4}([- ])[0-9]{4}\1[0-9]{4}\1[0-9]{4}")
LONGEST = 40
NUMBERS = regex.compile(r"[0-9]+")


def _one_of(patterns: Sequence[str]) -> regex.Pattern[str]:
    return regex.compile("|".join(patterns))


CERTAIN_PATTERN, LIKELY_PATTERN = _one_of(CERTAIN), _one_of(LIKELY)


@lru_cache(maxsize=4096)
def cost(written: str) -> float | None:
    """Return how little we'd wonder to find this number, 0 for not at all; None where it has no known shape.

    Args:
        written: figures, with `-`, `.`, `/`, `:`, `,` or a space between, and `+` before a country's code.
    """
    if len(written) > LONGEST:
        return None
    if CERTAIN_PATTERN.fullmatch(written) or _is_row(written) or _is_bank_card(written):
        return COST_CERTAIN
    return COST_LIKELY if LIKELY_PATTERN.fullmatch(written) else None


def _is_row(written: str) -> bool:
    """Tell whether numbers rise by one step: 1 2 3 … 12, 5 10 15 20."""
    numbers = NUMBERS.findall(written)
    if len(numbers) < 3 or max(map(len, numbers)) > 2 or int(numbers[-1]) < 10:
        return False
    step = int(numbers[1]) - int(numbers[0])
    return step > 0 and all(int(after) - int(before) == step for before, after in pairwise(numbers))


def _is_bank_card(written: str) -> bool:
    """Tell whether sixteen figures are a bank card's, by their check digit (Luhn)."""
    if not BANK_CARD.fullmatch(written):
        return False
    figures = [int(figure) for figure in reversed(written) if figure.isdigit()]
    doubled = [sum(divmod(figure * 2, 10)) for figure in figures[1::2]]
    return (sum(figures[::2]) + sum(doubled)) % 10 == 0
