"""Train the model with Rasa, telling which step it is at."""

from __future__ import annotations

import contextlib
import io
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rasa.model_training import train as rasa_train

from bot.checks.project import refuse_broken
from bot.model import model_path
from bot.project import ROOT

STEPS = logging.getLogger("rasa.engine.training.hooks")
Progress = Callable[[str], None]


def train(progress: Progress = lambda step: None) -> tuple[Path, float]:
    """Train the model of the files as they are, whether or not it is there already.

    Args:
        progress: is told each step as it starts.

    Returns:
        Where the model lies, and how many seconds it took.

    Raises:
        ContentError: if a turn could fail for want of content.
        RuntimeError: if Rasa trains nothing; the message has what Rasa said.
    """
    refuse_broken()
    path, start = model_path(), time.monotonic()
    said = io.StringIO()
    with _telling(progress), contextlib.redirect_stdout(said):
        result = rasa_train(
            domain=str(ROOT / "domain"),
            config=str(ROOT / "config.yml"),
            training_files=[str(ROOT / "data" / "rules")],
            output=str(path.parent),
            fixed_model_name=path.name,
        )
    if result.code != 0 or not path.exists():
        raise RuntimeError(f"Rasa trained nothing: {said.getvalue()}")
    return path, time.monotonic() - start


def trained_model() -> Path:
    """Return the model of the files as they are, trained now if need be."""
    path = model_path()
    return path if path.exists() else train()[0]


class _Steps(logging.Handler):
    def __init__(self, progress: Progress) -> None:
        super().__init__(logging.INFO)
        self._progress = progress

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith("Starting to train component"):
            self._progress(message.split("'")[1])


@contextlib.contextmanager
def _telling(progress: Progress) -> Iterator[None]:
    handler, level = _Steps(progress), STEPS.level
    STEPS.addHandler(handler)
    STEPS.setLevel(logging.INFO)
    STEPS.propagate = False
    try:
        yield
    finally:
        STEPS.removeHandler(handler)
        STEPS.setLevel(level)
        STEPS.propagate = True
