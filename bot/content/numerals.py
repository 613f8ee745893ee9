"""How a language says numbers and names them: `data/languages/<id>/numbers.yml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.content.files import read_as
from bot.content.language import LANGUAGES, known_languages

FILE = "numbers.yml"
Word = Annotated[str, Field(min_length=1)]
Value = Annotated[int, Field(ge=0, le=10_000)]


class NumeralsFile(BaseModel):
    """What `numbers.yml` says.

    Attributes:
        letters: signs that stand side by side as figures do (一二三), and those that multiply (十, 百).
        words: words of numbers; ten, twenty, hundred too where the language composes them.
        repeats: words that say the next figure again ("double").
        inside: words inside one number ("two hundred and four").
        between: words that people put between the parts of a number ("then", "dash").
        counters: words behind a number that only says how many figures there are ("four digits").
        names: what a My Number is called.
        cards: words that make such a name that of a card, before or behind it.
        others: what other numbers are called: telephone, insurer, symbol.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    letters: dict[Annotated[str, Field(min_length=1, max_length=1)], Value] = {}
    words: dict[Word, Value] = {}
    repeats: dict[Word, Annotated[int, Field(ge=2, le=9)]] = {}
    inside: tuple[Word, ...] = ()
    between: tuple[Word, ...] = ()
    counters: tuple[Word, ...] = ()
    names: tuple[Word, ...] = Field(min_length=1)
    cards: tuple[Word, ...] = ()
    others: tuple[Word, ...] = Field(min_length=1)


class Numerals(NumeralsFile):
    """The same with the language that it is of, and where its words begin and end."""

    language: str
    edges: tuple[str, ...]


@lru_cache
def numerals() -> tuple[Numerals, ...]:
    """Return every language's, answered or not: people write numbers in their own before we know it.

    Raises:
        ContentError: if a file doesn't have the form.
    """
    known = known_languages()
    paths = {key: path for key in known if (path := LANGUAGES / key / FILE).exists()}
    return tuple(
        Numerals(**read_as(NumeralsFile, path).model_dump(), language=key, edges=known[key].phrase_edges)
        for key, path in paths.items()
    )
