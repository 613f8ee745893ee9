"""A short name for what files hold, so that what was made from them is known to be of today."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.project import ROOT

SUFFIXES = {".yml", ".py", ".lock"}
DIGITS = 16


def digest(contents_of: Iterable[str], names: Iterable[str] = (), root: Path = ROOT) -> str:
    """Return the digest of files and names, in hexadecimal.

    Args:
        contents_of: files and folders that count with what they hold; `*` stands for any name.
        names: what counts besides.
        root: what the files are relative to.
    """
    result = hashlib.sha256()
    for file in _files(root, contents_of):
        result.update(f"{file.relative_to(root)}\n".encode() + file.read_bytes())
    for name in names:
        result.update(f"{name}\n".encode())
    return result.hexdigest()[:DIGITS]


def _files(root: Path, patterns: Iterable[str]) -> Iterator[Path]:
    for path in (path for pattern in patterns for path in sorted(root.glob(pattern))):
        found = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (file for file in found if file.suffix in SUFFIXES)
