"""Keep My Numbers out: masked before anything is classified, stored or logged."""

import re

MASK = "[＊＊＊]"

# Twelve digits in a row, of any width and however they are set apart: 1234-5678-9012, １２３４　５６７８　９０１２.
# The check digit is not asked for: a mistyped My Number is as private as a right one.
MY_NUMBER = re.compile(r"(?<!\d)\d(?:[\s\-‐‑–—ー－・.．_]{0,3}\d){11}(?!\d)")


def mask(text: str) -> str:
    """Return the text with every My Number replaced by a mask."""
    return MY_NUMBER.sub(MASK, text)
