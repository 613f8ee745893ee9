"""The process that trains the model: Rasa, which keeps what it took, is gone with it."""

from __future__ import annotations

import contextlib
import io
import logging
import sys
from collections.abc import Iterator
from typing import TextIO

from bot.quiet import quiet

quiet()

from rasa.model_training import train as rasa_train  # noqa: E402

from bot.model import model_path  # noqa: E402
from bot.project import ROOT  # noqa: E402

STEPS = logging.getLogger("rasa.engine.training.hooks")
STEP = "Starting to train component"


class _Steps(logging.Handler):
    """Writes each step as a line as it starts."""

    def __init__(self, told: TextIO) -> None:
        super().__init__(logging.INFO)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith(STEP):
            print(message.split("'")[1], file=self._told, flush=True)


def main() -> int:
    """Train the model of the files as they are; write the steps to standard output, and what went wrong to errors."""
    path, said = model_path(), io.StringIO()
    with _telling(sys.stdout), contextlib.redirect_stdout(said):
        result = rasa_train(
            domain=str(ROOT / "domain"),
            config=str(ROOT / "config.yml"),
            training_files=[str(ROOT / "data" / "rules")],
            output=str(path.parent),
            fixed_model_name=path.name,
        )
    if result.code == 0 and path.exists():
        return 0
    print(said.getvalue(), file=sys.stderr)
    return 1


@contextlib.contextmanager
def _telling(told: TextIO) -> Iterator[None]:
    handler = _Steps(told)
    STEPS.addHandler(handler)
    STEPS.setLevel(logging.INFO)
    STEPS.propagate = False
    try:
        yield
    finally:
        STEPS.removeHandler(handler)


if __name__ == "__main__":
    sys.exit(main())
