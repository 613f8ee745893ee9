"""Is what is done for the first language done for all: texts translated, in their own letters, of the same build?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import regex
from pydantic import BaseModel, ConfigDict

from bot.content.files import read_as
from bot.content.insurer import PLACEHOLDER
from bot.content.language import Language, Script, default_language, known_languages
from bot.project import DATA
from bot.review.renderings import Place, Rendering, renderings, texts_of

SCRIPTS = {
    "kana": r"\p{Hiragana}\p{Katakana}ー",
    "han": r"\p{Han}",
    "hangul": r"\p{Hangul}",
    "devanagari": r"\p{Devanagari}",
    "latin": r"\p{Latin}",
}
# A term of another language stands in quotation marks or brackets.
SET_OFF = regex.compile(r"「[^「」]*」|『[^『』]*』|《[^《》]*》|“[^“”]*”|（[^（）]*）|\([^()]*\)")
ADDRESS = regex.compile(r"https?://[!-~]+")
TELEPHONE = regex.compile(r"(?<![\d-])\d{2,4}-\d{2,4}-\d{3,4}(?![\d-])")
ITEM = regex.compile(r"^[ 　]*([-・]|\d+\.) ?", regex.MULTILINE)
SENTENCE = regex.compile(r"[^。！？!?\n]+")
WORD = regex.compile(r"\p{Latin}{2,}")
NOT_A_NAME = regex.compile(r"[\p{L}--\p{Latin}]", regex.V1)
# Fewer words in Latin letters are a name.
LATIN_SENTENCE = 4


class _Writing(BaseModel):
    """`data/parity.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    charsets: dict[str, str]
    same: dict[str, tuple[str, ...]]
    terms: dict[str, tuple[str, ...]]


def parity_problems() -> Iterator[str]:
    """Yield what is not as it is in the first language, in every language that has texts."""
    for key, language in known_languages().items():
        for place, problem in (*letter_problems(texts_of(key), language), *build_problems(renderings(key), language)):
            yield f"{key} {place.file} {place.path}: {problem}"


def letter_problems(texts: Mapping[Place, str], language: Language) -> Iterator[tuple[Place, str]]:
    """Yield where texts are written in letters that are not their language's.

    A term of another language may stand by itself where its file has it quoted, bracketed, or explained in brackets.
    """
    explained = _explained(texts, language)
    for place, text in texts.items():
        bare = ADDRESS.sub(" ", PLACEHOLDER.sub(" ", text))
        yield from ((place, problem) for problem in _foreign(bare, language, explained[place.file]))
        yield from ((place, problem) for problem in _latin(bare, language))


def build_problems(rendered: Mapping[Place, Rendering], language: Language) -> Iterator[tuple[Place, str]]:
    """Yield where texts aren't translated, or have other telephone numbers, addresses, items or lines."""
    plainer = language.base == known_languages()[default_language()].base
    for place, rendering in rendered.items():
        if not plainer and _untranslated(rendering, language):
            yield place, "not translated"
        for what, pattern in (("telephone numbers", TELEPHONE), ("addresses", ADDRESS)):
            if sorted(pattern.findall(rendering.text)) != sorted(pattern.findall(rendering.original)):
                yield place, f"other {what}"
        if not _built_alike(_items(rendering.text), _items(rendering.original), plainer):
            yield place, "other items in its lists"
        if not _built_alike(_lines(rendering.text), _lines(rendering.original), plainer):
            yield place, "another number of lines"


def _explained(texts: Mapping[Place, str], language: Language) -> dict[str, str]:
    """Return by file what is quoted, bracketed, or explained in brackets."""
    known = "\n".join(_writing().terms.get(language.id, ()))
    found: dict[str, str] = defaultdict(lambda: known)
    glossed = regex.compile(f"{_foreign_letters(language.scripts).pattern}(?= ?[（(])", regex.V1)
    for place, text in texts.items():
        found[place.file] += "\n".join(SET_OFF.findall(text) + glossed.findall(text))
    return found


def _foreign(text: str, language: Language, explained: str) -> Iterator[str]:
    letters = _foreign_letters(language.scripts)
    shown = SET_OFF.sub(" ", text)
    yield from (f"not its script: {found}" for found in letters.findall(shown) if found not in explained)
    if letters.search(text) and not _own_letters(language.scripts).search(text):
        yield f"not in its script: {text}"
    charset = _writing().charsets.get(language.id)
    if charset and (odd := sorted(_outside(shown, charset, language.scripts))):
        yield f"not its letters: {' '.join(odd)}"


def _latin(text: str, language: Language) -> Iterator[str]:
    """Yield sentences in Latin letters alone, in a language that isn't written in them."""
    others = tuple(script for script in language.scripts if script != "latin")
    for sentence in SENTENCE.findall(text) if others else ():
        if len(WORD.findall(sentence)) >= LATIN_SENTENCE and not _own_letters(others).search(sentence):
            yield f"not its script: {sentence.strip()}"


def _untranslated(rendering: Rendering, language: Language) -> bool:
    """Return whether a text is its original, and says something in letters that are no name's."""
    text = rendering.text.strip()
    if text != rendering.original.strip() or text in _writing().same.get(language.id, ()):
        return False
    return bool(NOT_A_NAME.search(PLACEHOLDER.sub("", text)))


def _items(text: str) -> list[str]:
    return ITEM.findall(text)


def _lines(text: str) -> list[str]:
    """Return a mark for every line but those that are nothing but an address."""
    return ["line" for line in text.strip().splitlines() if ADDRESS.sub("", line).strip()]


def _built_alike(found: list[str], model: list[str], plainer: bool) -> bool:
    """Return whether the same marks are there in the same order; what is told more plainly may have more of them."""
    return _within(model, found) if plainer else found == model


def _within(few: Iterable[str], many: Iterable[str]) -> bool:
    rest = iter(many)
    return all(mark in rest for mark in few)


def _outside(text: str, charset: str, scripts: tuple[Script, ...]) -> set[str]:
    """Return the letters of a language's own scripts that its character set lacks."""
    letters = set(_own_letters(scripts).findall(text))
    return {letter for letter in letters if not letter.encode(charset, "ignore")}


@lru_cache
def _foreign_letters(scripts: tuple[Script, ...]) -> regex.Pattern[str]:
    own = "".join(SCRIPTS[script] for script in {*scripts, "latin"})
    return regex.compile(rf"[\p{{L}}ー--[{own}]]+", regex.V1)


@lru_cache
def _own_letters(scripts: tuple[Script, ...]) -> regex.Pattern[str]:
    return regex.compile(f"[{''.join(SCRIPTS[script] for script in scripts)}]")


@lru_cache
def _writing() -> _Writing:
    return read_as(_Writing, DATA / "parity.yml")
