"""How plain a language's texts must be, where it is a plain one: `data/languages/<id>/plain.yml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from bot.content.files import read_as
from bot.content.language import LANGUAGES


class Plainness(BaseModel):
    """The measures of a plain language.

    Attributes:
        longest_sentence: in characters; what stands in brackets doesn't count.
        most_kanji: the largest share of kanji among the letters of a text.
        hard_words: words that a text explains in brackets behind them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    longest_sentence: int = Field(gt=0)
    most_kanji: float = Field(gt=0, le=1)
    hard_words: tuple[str, ...]


@lru_cache
def plainness(language: str, folder: Path = LANGUAGES) -> Plainness | None:
    """Return how plain a language's texts must be; None where it isn't a plain one.

    Raises:
        ContentError: if the file doesn't have its form.
    """
    file = folder / language / "plain.yml"
    return read_as(Plainness, file) if file.exists() else None
