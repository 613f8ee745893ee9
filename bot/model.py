"""The trained model: which one belongs to the files as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from bot.project import MODELS, ROOT
from bot.settings import settings

# A model is made from these. Of answers and texts it only holds the names, so that editing one needs no training.
MADE_FROM = ("config.yml", "uv.lock", "domain", "data/nlu", "data/rules", "data/languages.yml", "bot/nlu")
NAMED_IN_IT = ("data/answers", "data/texts")


def model_path() -> Path:
    """Return where the model of the files as they are lies, trained or not."""
    if chosen := settings().model:
        return chosen
    digest = hashlib.sha256()
    for file in _files(MADE_FROM):
        digest.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    for file in _files(NAMED_IN_IT):
        digest.update(f"{file.relative_to(ROOT)}\n".encode())
    return MODELS / f"{digest.hexdigest()[:16]}.tar.gz"


def _files(names: tuple[str, ...]) -> Iterator[Path]:
    for path in (ROOT / name for name in names):
        found = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (file for file in found if file.suffix in {".yml", ".py", ".lock"})
