"""Button labels for where little fits: `data/languages/<id>/texts/short_titles.yml`."""

from __future__ import annotations

import regex

from bot.content.texts import read_texts

# What a button of a messenger shows, in characters as people count them; LINE's is the narrowest.
LONGEST_TITLE = 20


def characters(title: str) -> int:
    """Return how many characters people see."""
    return len(regex.findall(r"\X", title))


def short_title(title: str, language: str) -> str:
    """Return a label, or the short one that stands for it; what has none and is too long is cut."""
    title = read_texts("short_titles", language).get(title, title)
    marks = regex.findall(r"\X", title)
    return title if len(marks) <= LONGEST_TITLE else "".join(marks[: LONGEST_TITLE - 1]) + "…"
