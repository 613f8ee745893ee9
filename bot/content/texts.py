"""The texts of a language, `data/languages/<id>/texts/<name>.yml`; what it lacks, its fallback says."""

from functools import lru_cache
from typing import Any

from bot.content.files import read_as
from bot.content.language import LANGUAGES, TEXTS, chain


@lru_cache
def read_texts(name: str, language: str, form: Any = str) -> dict[str, Any]:
    """Return the texts of one file by their ids.

    Args:
        name: the file's, without `.yml`.
        language: the language's id.
        form: what each entry is.

    Raises:
        ContentError: if an entry doesn't have the form.
    """
    files = (LANGUAGES / key / TEXTS / f"{name}.yml" for key in reversed(chain(language)))
    found: dict[str, Any] = {}
    for file in filter(lambda path: path.exists(), files):
        found |= read_as(dict[str, form], file)
    return found
