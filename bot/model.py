"""The trained model: which one belongs to the files as they are."""

from __future__ import annotations

from pathlib import Path

from bot.digest import digest
from bot.project import MODELS
from bot.settings import settings

# A model is made from these. Of answers and texts it only holds the names, so that editing one needs no training.
MADE_FROM = ("config.yml", "uv.lock", "domain", "data/nlu", "data/rules", "data/languages.yml", "bot/nlu")
NAMED_IN_IT = ("data/answers", "data/texts")


def model_path() -> Path:
    """Return where the model of the files as they are lies, trained or not."""
    return settings().model or MODELS / f"{digest(MADE_FROM, NAMED_IN_IT)}.tar.gz"
