"""The languages: each is a folder, `data/languages/<id>/`, that says in `language.yml` how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PositiveInt

from bot.content.files import ContentError, as_form, read_as
from bot.project import DATA

LANGUAGES = DATA / "languages"
ANSWERS, EXAMPLES, TEXTS = "answers", "examples", "texts"
Script = Literal["kana", "han", "hangul", "devanagari", "latin"]
Edge = Literal["start", "end"]


NAME = "{}"


def _is_refusal(pattern: str) -> str:
    if NAME not in pattern:
        raise ValueError(f"{pattern}: {NAME} is missing, where the language's name stands")
    try:
        re.compile(pattern.replace(NAME, ""))
    except re.error as fault:
        raise ValueError(f"{pattern}: {fault}") from fault
    return pattern


RefusalPattern = Annotated[str, AfterValidator(_is_refusal)]


class Tokenizer(BaseModel):
    """How a language is cut into words: by SudachiPy, or by spaCy's tokenizer of a code with its options."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    library: Literal["sudachi", "spacy"]
    code: str = ""
    options: dict[str, Any] = {}


class Questions(BaseModel):
    """How a question is told from what is said around it.

    Attributes:
        links: words that link a clause to the one before, beside those that add a question.
        first: words that begin a question.
        last: words that end one.
        within: words that are found in one.
        lists: a pattern of what parts the things that a sentence asks for.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    links: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    lists: str = ""


class Language(BaseModel):
    """What `language.yml` says; what it leaves out is as in the language that it falls back to.

    Attributes:
        id: its folder's name.
        order: its place among the languages; the first is the default.
        name: what it is called in its own words.
        tag: BCP 47, what a screen reader is told.
        locale: CLDR's name, for dates, numbers and lists.
        fallback: the language whose content serves where this folder has none.
        tokenizer: how it is cut into words.
        scripts: what its sentences are built in.
        phrase_edges: where a phrase must begin or end a word to be found.
        piece_sizes: the lengths of the pieces of writing that count as features, in characters.
        detected_as: what the statistics of languages call it, where not by its id.
        telltales: pieces of writing that only this language has among those of its scripts.
        common_words: the words that its sentences are full of, and such as are a message by themselves.
        terms: what people of other languages write in this one without quotation marks.
        particles: what in a row of its words makes them a sentence.
        joins: words that add another question to the one before.
        questions: how a question is told.
        asked_as: how people name it when they ask for it.
        refused_as: how its speakers say that they don't want a language; patterns with `{}` for that language's name.
        large_numbers: words that multiply a number before them.
        furigana: whether readings are shown over kanji always, or on wish; None where there are none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    order: int
    name: str
    tag: str
    locale: str
    fallback: str | None = None
    tokenizer: Tokenizer
    scripts: tuple[Script, ...]
    phrase_edges: tuple[Edge, ...]
    piece_sizes: tuple[PositiveInt, ...] = Field(min_length=1)
    detected_as: str | None = None
    telltales: tuple[str, ...] = ()
    common_words: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    questions: Questions = Questions()
    asked_as: tuple[str, ...]
    refused_as: tuple[RefusalPattern, ...] = ()
    large_numbers: dict[str, int] = Field(default_factory=dict)
    furigana: Literal["always", "wish"] | None = None

    @property
    def base(self) -> str:
        """The language without script or style: `ja` for `ja-easy`, `zh` for `zh-Hant`."""
        return self.id.split("-")[0]


@lru_cache
def known_languages(folder: Path = LANGUAGES) -> dict[str, Language]:
    """Return every language that has a `language.yml`, in order; not all of them have answers yet.

    Raises:
        ContentError: if a `language.yml` doesn't have its form.
    """
    written = {path.parent.name: read_as(dict[str, Any], path) for path in folder.glob("*/language.yml")}
    files = [as_form(Language, _whole(key, written) | {"id": key}, folder / key / "language.yml") for key in written]
    return {entry.id: entry for entry in sorted(files, key=lambda entry: entry.order)}


def _whole(key: str, written: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return what a language says of itself, and what the one that it falls back to says besides.

    Raises:
        ContentError: if nobody knows the one that it falls back to.
    """
    own = written[key]
    fallback = own.get("fallback")
    if fallback is None:
        return dict(own)
    if fallback not in written or fallback == key:
        raise ContentError(f"{key} language.yml: no language {fallback} to fall back to")
    return {**_whole(fallback, written), **own}


@lru_cache
def languages(folder: Path = LANGUAGES) -> dict[str, Language]:
    """Return the languages that the assistant speaks, those with answers; the default first."""
    return {key: entry for key, entry in known_languages(folder).items() if (folder / key / ANSWERS).is_dir()}


def default_language() -> str:
    """Return the id of the language that is spoken until we know better."""
    return next(iter(languages()))


def chain(language: str) -> list[str]:
    """Return a language and those that it falls back to, the nearest first.

    Raises:
        KeyError: if the language is not known.
    """
    fallback = known_languages()[language].fallback
    return [language, *(chain(fallback) if fallback else [])]


def original(language: str) -> str:
    """Return the language that a language falls back to in the end: itself, where it falls back to none."""
    return chain(language)[-1]


def spoken(language: str) -> str | None:
    """Return the language with answers that serves for another: itself, or the nearest that it falls back to."""
    return next((key for key in chain(language) if key in languages()), None)


def localised(file: str, language: str, folder: Path = LANGUAGES) -> Path | None:
    """Return the file of a language, or of the nearest that it falls back to; None where none has it.

    Args:
        file: its path in the language's folder, `texts/dialogue.yml`.
        language: the language's id.
        folder: the folder of all languages.
    """
    return next((path for key in chain(language) if (path := folder / key / file).exists()), None)
