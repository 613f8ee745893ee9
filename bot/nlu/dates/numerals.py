"""Numbers in any width and in kanji, as ASCII digits."""

import re
import unicodedata
from functools import lru_cache

from bot.nlu.dates.notation import notation


def kanji_value(numeral: str) -> int:
    """Return what a kanji numeral says, by place (二〇二五) or by unit (二千二十五)."""
    digits, units = notation().numerals, notation().multipliers
    if not any(letter in units for letter in numeral):
        return int("".join(str(digits[letter]) for letter in numeral))
    total, pending = 0, 0
    for letter in numeral:
        if letter in units:
            total, pending = total + (pending or 1) * units[letter], 0
        else:
            pending = digits[letter]
    return total + pending


def plain(text: str) -> str:
    """Return the text in one width, its counting kanji numerals as digits."""
    return _counting().sub(lambda match: str(kanji_value(match[0])), unicodedata.normalize("NFKC", text))


@lru_cache
def _counting() -> re.Pattern[str]:
    """Return a pattern of the kanji numerals that count something."""
    signs = "".join([*notation().numerals, *notation().multipliers])
    return re.compile(rf"[{signs}]+(?=\s*(?:{'|'.join(notation().counted)}))")
