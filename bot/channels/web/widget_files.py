"""The widget's files, read once, under an address that changes with their contents."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from bot.content import read_yaml
from bot.languages import languages
from bot.project import DATA, ROOT

WIDGET = ROOT / "bot" / "web" / "widget"
WIDGET_TEXTS = DATA / "texts" / "widget.yml"
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


def read_widget(folder: Path, texts: Path) -> WidgetFiles:
    """Read the widget's folder and the words of its interface.

    Args:
        folder: holds `loader.js`, `widget.js` and what they load.
        texts: YAML, key → language → text; it becomes `texts/<language>.json`.
    """
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    files |= _texts(texts) if texts.exists() else {}
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return WidgetFiles(digest.hexdigest()[:16], files)


def _texts(path: Path) -> dict[str, bytes]:
    entries: dict[str, dict[str, str]] = read_yaml(path)
    known = dict.fromkeys([*languages(), *(language for entry in entries.values() for language in entry)])
    return {f"texts/{language}.json": _json(entries, language) for language in known}


def _json(entries: dict[str, dict[str, str]], language: str) -> bytes:
    words = {key: entry[language] for key, entry in entries.items() if language in entry}
    return json.dumps(words, ensure_ascii=False).encode()
