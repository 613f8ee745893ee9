"""The widget's files, read once, under an address that changes with their contents."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from bot.content.files import read_as
from bot.content.language import LANGUAGES, TEXTS
from bot.project import ROOT

WIDGET = ROOT / "bot" / "web" / "widget"
LOADER = "loader.js"
HASH_PLACE = b"__HASH__"


@dataclass(frozen=True)
class WidgetFiles:
    """Every file of the widget by its name, and the hash over all of them."""

    hash: str
    files: dict[str, bytes]

    @property
    def loader(self) -> bytes | None:
        """The one file that a site embeds; it loads the others by the hash. None where there is no widget."""
        loader = self.files.get(LOADER)
        return loader and loader.replace(HASH_PLACE, self.hash.encode())


def read_widget(folder: Path = WIDGET, languages: Path = LANGUAGES) -> WidgetFiles:
    """Read the widget's folder and the words of its interface.

    Args:
        folder: holds `loader.js`, `widget.js` and what they load.
        languages: the languages' folders; the words of each become `texts/<language>.json`.
    """
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    files |= _texts(languages)
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return WidgetFiles(digest.hexdigest()[:16], files)


def _texts(languages: Path) -> dict[str, bytes]:
    paths = languages.glob(f"*/{TEXTS}/widget.yml")
    return {f"texts/{path.parents[1].name}.json": _json(read_as(dict[str, str], path)) for path in paths}


def _json(words: dict[str, str]) -> bytes:
    return json.dumps(words, ensure_ascii=False).encode()
