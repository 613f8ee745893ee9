"""The patterns of dates, ready to be searched: those of Japan, and a language's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import regex

from bot.content.files import ContentError
from bot.nlu.dates.notation import notation
from bot.nlu.dates.parts import LETTER, parts
from bot.nlu.dates.vocabulary import FILE, vocabulary
from bot.nlu.phrases import Pattern

NAME = regex.compile(r"<(\w+)>")


@lru_cache
def patterns(language: str) -> tuple[Pattern, ...]:
    """Return the patterns by which dates are found in texts of a language, as `plain` writes them in small letters.

    Raises:
        ContentError: if one of them can't be read.
    """
    words, shared = vocabulary(language), notation()
    known = parts(words)
    try:
        return (
            *_compiled(words.patterns, {**known, **shared.parts, **words.parts}, words.edges),
            *_compiled(shared.patterns, {**known, **shared.parts}, ()),
        )
    except (regex.error, KeyError) as error:
        raise ContentError(f"{language} {FILE}: a pattern can't be read: {error}") from error


def _compiled(templates: Iterable[str], known: Mapping[str, str], edges: Iterable[str]) -> Iterable[Pattern]:
    before = rf"(?<!\d|{LETTER})" if "start" in edges else r"(?<!\d)"
    after = rf"(?!\d|{LETTER})" if "end" in edges else r"(?!\d)"
    return (regex.compile(f"{before}(?:{_filled(item, known)}){after}", regex.V1) for item in templates)


def _filled(template: str, known: Mapping[str, str]) -> str:
    """Return a pattern with its parts in their places; a blank is any number of blanks.

    Raises:
        KeyError: if it names a part that isn't there.
    """
    spaced = template.replace(" ", r"\s*")
    return NAME.sub(lambda match: _part(match[1], known), spaced)


def _part(name: str, known: Mapping[str, str]) -> str:
    """Return a part; those that a file names are made of others."""
    rest = {key: value for key, value in known.items() if key != name}
    return known[name] if "(?P<" in known[name] else f"(?:{_filled(known[name], rest)})"
