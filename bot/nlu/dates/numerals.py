"""Numbers in any width and in kanji, as ASCII digits."""

import re
import unicodedata

DIGITS = {kanji: value for value, kanji in enumerate("〇一二三四五六七八九")} | {"零": 0}
UNITS = {"十": 10, "百": 100, "千": 1000}
# Only where a kanji numeral counts something that dates or ages have; elsewhere 一 may be part of a word.
COUNTED = re.compile(rf"[{''.join(DIGITS)}{''.join(UNITS)}]+(?=\s*(?:年|月|日|歳|才|さい|週|[かカヶヵケ箇]月))")


def kanji_value(numeral: str) -> int:
    """Return what a kanji numeral says, by place (二〇二五) or by unit (二千二十五)."""
    if not any(letter in UNITS for letter in numeral):
        return int("".join(str(DIGITS[letter]) for letter in numeral))
    total, pending = 0, 0
    for letter in numeral:
        if letter in UNITS:
            total, pending = total + (pending or 1) * UNITS[letter], 0
        else:
            pending = DIGITS[letter]
    return total + pending


def plain(text: str) -> str:
    """Return the text in one width, its counting kanji numerals as digits."""
    return COUNTED.sub(lambda match: str(kanji_value(match[0])), unicodedata.normalize("NFKC", text))
