"""Are the widget's own words whole: every key in every language, with the same places to fill?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.content import read_yaml
from bot.project import DATA

PLACE = re.compile(r"\{\w+\}")


def widget_problems(path: Path = DATA / "texts" / "widget.yml") -> Iterator[str]:
    """Yield the problems of the widget's words; its languages are those of its first word."""
    words: dict[str, dict[str, str]] = read_yaml(path)
    expected = set(next(iter(words.values())))
    for key, texts in words.items():
        yield from (f"widget {key}: no text in {language}" for language in sorted(expected - set(texts)))
        yield from (f"widget {key}: unknown language {language}" for language in sorted(set(texts) - expected))
        places = {language: sorted(PLACE.findall(text)) for language, text in texts.items()}
        first = next(iter(places.values()))
        yield from (f"widget {key}: other places to fill in {name}" for name, found in places.items() if found != first)
