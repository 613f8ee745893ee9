"""The words around replies: what the widget says too, and what only messengers do."""

from functools import lru_cache

from bot.content.language import default_language
from bot.content.texts import read_texts

FILES = ("widget", "messenger")


def word(name: str, language: str, **values: str) -> str:
    """Return what is said in a language, with its places filled; in the default one where it isn't told."""
    return _words(language)[name].format(**values)


@lru_cache
def _words(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key in (default_language(), language):
        for name in FILES:
            found |= read_texts(name, key)
    return found
