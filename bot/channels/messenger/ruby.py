"""Readings (furigana) where no characters can stand over others."""

import re

RUBY = re.compile(r"[｜|]([^｜|《》\n]+)《([^《》\n]+)》")


def bracketed(text: str) -> str:
    """Return a text with its readings in brackets: ｜漢字《かんじ》 becomes 漢字（かんじ）."""
    return RUBY.sub(r"\1（\2）", text)
