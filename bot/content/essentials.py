"""What is said in every known language, whether or not it has answers: `texts/essentials.yml`."""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from bot.content.files import read_as
from bot.content.language import default_language, localised

FILE = "texts/essentials.yml"


class Essentials(BaseModel):
    """The words of an emergency, and those of a language without answers.

    Attributes:
        says: texts by the response's name.
        titles: button labels by intent.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: dict[str, str]
    titles: dict[str, str]


@lru_cache
def essentials(language: str) -> Essentials:
    """Return the essential words of a language, of the default one where it has none.

    Raises:
        ContentError: if the file doesn't have its form.
    """
    path = localised(FILE, language) or localised(FILE, default_language())
    assert path is not None
    return read_as(Essentials, path)


def is_essential(response: str) -> bool:
    """Tell whether a response is said in every language."""
    return response in essentials(default_language()).says
