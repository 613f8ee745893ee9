"""The widget's files, read and compressed once, under an address that changes with their contents."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from zopfli import gzip

from bot.answers.readings import with_readings
from bot.channels.web.bundle import bundle
from bot.content.files import read_as
from bot.content.language import LANGUAGES, TEXTS, known_languages
from bot.project import ROOT

WIDGET = ROOT / "bot" / "web" / "widget"
LOADER = "loader.js"
HASH_PLACE = b"__HASH__"


@dataclass(frozen=True)
class WidgetFile:
    """A file as it is and as it travels."""

    plain: bytes

    @cached_property
    def compressed(self) -> bytes:
        """The file in gzip, as small as that gets; the same bytes each time."""
        return bytes(gzip.compress(self.plain))


@dataclass(frozen=True)
class WidgetFiles:
    """Every file of the widget by its name, and the hash over all; `loader` is None where there is no widget."""

    hash: str
    files: dict[str, WidgetFile]
    loader: WidgetFile | None


def read_widget(folder: Path = WIDGET, languages: Path = LANGUAGES) -> WidgetFiles:
    """Read the widget's folder and the words of its interface.

    Args:
        folder: holds `loader.js`, which sites embed and which loads the others by the hash, `widget.js` and what that
            loads. A script comes with all that it imports.
        languages: the languages' folders; the words of each become `texts/<language>.json`.
    """
    paths = (path for path in folder.rglob("*") if path.is_file())
    contents = {path.relative_to(folder).as_posix(): _content(path) for path in paths} | _texts(languages)
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    name = digest.hexdigest()[:16]
    loader = contents.pop(LOADER, None)
    files = {name: WidgetFile(content) for name, content in contents.items()}
    return WidgetFiles(name, files, WidgetFile(loader.replace(HASH_PLACE, name.encode())) if loader else None)


def _content(path: Path) -> bytes:
    is_module = path.suffix == ".js" and path.name != LOADER
    return bundle(path).encode() if is_module else path.read_bytes()


def _texts(languages: Path) -> dict[str, bytes]:
    """Return the words of each language, as the widget reads them."""
    paths = languages.glob(f"*/{TEXTS}/widget.yml")
    return {f"texts/{path.parents[1].name}.json": _json(_words(path)) for path in paths}


def _words(path: Path) -> dict[str, str]:
    """Return a language's words, with readings where it has them; its own name, its tag, and when it shows readings."""
    key = path.parents[1].name
    language, words = known_languages()[key], read_as(dict[str, str], path)
    itself = {"name": language.name, "tag": language.tag}
    if not language.furigana:
        return itself | words
    return itself | {"readings": language.furigana} | {name: with_readings(word, key) for name, word in words.items()}


def _json(words: dict[str, str]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
