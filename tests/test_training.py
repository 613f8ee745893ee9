"""Training happens in a process of its own, tells its steps, and only where it is wanted."""

import os
import subprocess
import sys

import pytest

from bot import training
from bot.model import NoSuchModelError, existing_model, model_path
from bot.settings import settings


@pytest.fixture
def trainer(monkeypatch):
    """Return a function that puts a small program in the trainer's place."""

    def take(program):
        monkeypatch.setattr(training, "TRAINER", [sys.executable, "-c", program])

    return take


def test_each_step_is_told_as_it_starts(trainer):
    trainer("import os; print('one', flush=True); print('two'); print(os.getpid())")
    told = []
    path, seconds = training.train(told.append)
    assert told[:2] == ["one", "two"]
    assert int(told[2]) != os.getpid()
    assert path == model_path()
    assert seconds > 0


def test_what_rasa_said_is_told_when_nothing_was_trained(trainer):
    trainer("import sys; sys.stderr.write('x' * 1_000_000 + ' no rule fits'); sys.exit(1)")
    with pytest.raises(RuntimeError, match="no rule fits"):
        training.train()


def test_a_trainer_that_nobody_waits_for_is_ended(trainer):
    trainer("import time; print('one', flush=True); time.sleep(600)")

    def leave(step):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        training.train(leave)


@pytest.fixture
def named(monkeypatch, tmp_path):
    """Name a model in the settings that isn't there, and return its path."""
    path = tmp_path / "nope.tar.gz"
    monkeypatch.setenv("MADOGUCHI_MODEL", str(path))
    settings.cache_clear()
    yield path
    monkeypatch.undo()
    settings.cache_clear()


def test_a_named_model_that_isn_t_there_is_no_reason_to_train(trainer, named):
    trainer("import sys; sys.exit('trained')")
    with pytest.raises(NoSuchModelError, match=r"nope\.tar\.gz"):
        training.trained_model()
    named.write_bytes(b"")
    assert existing_model() == training.trained_model() == named


@pytest.mark.parametrize(
    ("name", "value", "told", "kept"),
    [
        ("MADOGUCHI_MODEL", "models/nope.tar.gz", "there is no such file", "Traceback"),
        ("MADOGUCHI_DATABASE", "mysql://root:sekret@localhost/x", "MADOGUCHI_DATABASE", "sekret"),
        ("MADOGUCHI_LOG_LEVEL", "LOUD", "'DEBUG', 'INFO', 'WARNING' or 'ERROR'", "Traceback"),
    ],
)
def test_serving_stops_at_once_with_one_sentence(name, value, told, kept):
    command = [sys.executable, "-m", "bot.cli", "serve"]
    ended = subprocess.run(command, env=os.environ | {name: value}, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 1
    assert told in ended.stderr
    assert kept not in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
