"""A short name for what files hold, so that what was made from them is known to be of today."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.project import ROOT

SUFFIXES = {".yml", ".py", ".lock"}
DIGITS = 16


def digest(contents_of: Iterable[str], names_of: Iterable[str] = (), root: Path = ROOT) -> str:
    """Return the digest of files, in hexadecimal.

    Args:
        contents_of: files and folders that count with what they hold.
        names_of: files and folders of which only the files' names count.
        root: what both are relative to.
    """
    result = hashlib.sha256()
    for file in _files(root, contents_of):
        result.update(f"{file.relative_to(root)}\n".encode() + file.read_bytes())
    for file in _files(root, names_of):
        result.update(f"{file.relative_to(root)}\n".encode())
    return result.hexdigest()[:DIGITS]


def _files(root: Path, names: Iterable[str]) -> Iterator[Path]:
    for path in (root / name for name in names):
        found = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (file for file in found if file.suffix in SUFFIXES)
