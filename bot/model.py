"""The trained model: which one belongs to the files as they are."""

from __future__ import annotations

from pathlib import Path

from actions.eligibility.checks import CHECKS
from bot.content.dialogue import responses
from bot.content.topic import question_names
from bot.digest import digest
from bot.project import MODELS
from bot.settings import settings

# A model is made from these. Of answers and texts it only holds the names, so that editing one needs no training.
MADE_FROM = (
    "config.yml",
    "uv.lock",
    "domain",
    "data/rules",
    "data/languages/*/language.yml",
    "data/languages/*/concepts.yml",
    "data/languages/*/examples",
    "bot/nlu",
)


def model_path() -> Path:
    """Return where the model of the files as they are lies, trained or not."""
    return settings().model or MODELS / f"{digest(MADE_FROM, [*question_names(), *responses(), *CHECKS])}.tar.gz"
