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
    "data/languages/*/emergencies.yml",
    "data/languages/*/clauses.yml",
    "data/languages/*/facts.yml",
    "data/languages/*/examples",
    "data/languages/*/follow_ups",
    "bot/nlu",
)


class NoSuchModelError(Exception):
    """The model that the settings name isn't there; none is trained in its place."""


def existing_model() -> Path | None:
    """Return where the model lies, None where it is still to be trained.

    Raises:
        NoSuchModelError: if the settings name one that isn't there.
    """
    path = model_path()
    if settings().model and not path.exists():
        raise NoSuchModelError(f"MADOGUCHI_MODEL names {path}, and there is no such file.")
    return path if path.exists() else None


def model_path() -> Path:
    """Return where the model of the files as they are lies, trained or not."""
    return settings().model or MODELS / f"{digest(MADE_FROM, [*question_names(), *responses(), *CHECKS])}.tar.gz"
