"""The languages that the assistant speaks, read from `data/languages.yml`."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.content import read_yaml
from bot.project import DATA

Script = Literal["kana", "han", "hangul", "devanagari", "latin"]


class Language(BaseModel):
    """One language: its own name, BCP 47 tag, locale for dates, tokenizer and scripts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    tag: str
    locale: str
    tokenizer: str
    scripts: tuple[Script, ...]
    asked_as: tuple[str, ...]
    large_numbers: dict[str, int]

    @property
    def base(self) -> str:
        """The language without script or style: `ja` for `ja-easy`, `zh` for `zh-Hant`."""
        return self.id.split("-")[0]


@lru_cache
def languages(path: Path = DATA / "languages.yml") -> dict[str, Language]:
    """Return every language by its id, the default first."""
    return {key: Language(id=key, **entry) for key, entry in read_yaml(path).items()}


def default_language() -> str:
    """Return the id of the language that is spoken until we know better."""
    return next(iter(languages()))
