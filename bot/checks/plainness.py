"""Are the texts of a plain language plain: short sentences, few kanji, hard words explained?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from statistics import median

import regex

from bot.checks.parity import ADDRESS, SET_OFF
from bot.content.insurer import fill
from bot.content.language import languages
from bot.content.plainness import Plainness, plainness
from bot.review.renderings import texts_of

END = re.compile(r"[。！？：\n]")
LETTER, KANJI = regex.compile(r"\p{L}"), regex.compile(r"\p{Han}")
MARKER = re.compile(r"^\s*(?:\d+\.|-)\s*")
# A label is too short for a share of its letters to say something.
SHORTEST = 40


def plainness_problems() -> Iterator[str]:
    """Yield the texts of plain languages with a sentence that is too long, or with too many kanji."""
    for language, measure in _plain():
        for place, text in texts_of(language).items():
            problems = _of_text(fill_known(text, language), measure)
            yield from (f"{language} {place.file} {place.path}: {problem}" for problem in problems)


def plainness_notices() -> Iterator[str]:
    """Yield, for each plain language, how long its sentences are and how many hard words it leaves unexplained."""
    for language, measure in _plain():
        told = [fill_known(text, language) for text in texts_of(language).values()]
        lengths = [len(sentence) for text in told for sentence in sentences(text)]
        hard = sum(len(unexplained(text, measure)) for text in told)
        yield f"{language}: sentences of {median(lengths):.0f} characters in the middle, {hard} hard words unexplained"


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without bullets and what stands in brackets or quotation marks."""
    lines = (MARKER.sub("", line) for line in _said(text).splitlines())
    return [part.strip() for line in lines for part in END.split(line) if part.strip()]


def unexplained(text: str, measure: Plainness) -> list[str]:
    """Return the hard words that a text uses and explains nowhere, each once."""
    used = dict.fromkeys(_hard(measure).findall(_said(text)))
    return [word for word in used if f"{word}（" not in text]


def fill_known(text: str, language: str) -> str:
    """Return a text with the placeholders filled that hold for every reply; others stay."""
    try:
        return fill(text, language)
    except KeyError:
        return text


@lru_cache
def _hard(measure: Plainness) -> re.Pattern[str]:
    longest_first = sorted(measure.hard_words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")


def _said(text: str) -> str:
    """Return a text without what is said beside it, or only shown: explanations, names of buttons, addresses."""
    return SET_OFF.sub("", ADDRESS.sub("", text))


def _plain() -> Iterator[tuple[str, Plainness]]:
    return ((language, measure) for language in languages() if (measure := plainness(language)))


def _of_text(text: str, measure: Plainness) -> Iterator[str]:
    longest = max((len(sentence) for sentence in sentences(text)), default=0)
    if longest > measure.longest_sentence:
        yield f"a sentence of {longest} characters"
    said = _said(text)
    letters = len(LETTER.findall(said))
    share = len(KANJI.findall(said)) / max(letters, 1)
    if letters >= SHORTEST and share > measure.most_kanji:
        yield f"{share:.0%} of the letters are kanji"
