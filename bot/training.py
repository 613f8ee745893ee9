"""Train the model in a process of its own, telling which step it is at."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from bot.checks.project import refuse_broken
from bot.model import existing_model, model_path
from bot.project import ROOT

TRAINER = [sys.executable, "-m", "bot.training_process"]
Progress = Callable[[str], object]


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
    start = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        if _run(progress, said) != 0:
            said.seek(0)
            raise RuntimeError(f"Rasa trained nothing: {said.read().strip()}")
    return model_path(), time.monotonic() - start


def _run(progress: Progress, said: IO[str]) -> int:
    # In the project's folder, so that it is these files that are trained.
    with subprocess.Popen(TRAINER, cwd=ROOT, stdout=subprocess.PIPE, stderr=said, text=True) as trainer:
        assert trainer.stdout
        try:
            for line in trainer.stdout:
                progress(line.strip())
        except BaseException:
            trainer.kill()
            raise
    return trainer.returncode


def trained_model(progress: Progress = lambda step: None) -> Path:
    """Return the model of the files as they are, trained now if need be, or the one that the settings name.

    Raises:
        NoSuchModelError: if the settings name one that isn't there.
    """
    return existing_model() or train(progress)[0]
