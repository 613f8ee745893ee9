"""What tests share: quiet logs, a fixed day, and the model, trained once."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.quiet import quiet

quiet()

from bot.engine import Engine, Message, Reply  # noqa: E402
from bot.settings import settings  # noqa: E402
from bot.training import trained_model  # noqa: E402

Ask = Callable[..., list[Reply]]


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a function that fixes today."""

    def fix(day: str) -> None:
        monkeypatch.setenv("MADOGUCHI_TODAY", date.fromisoformat(day).isoformat())
        settings.cache_clear()

    yield fix
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture(scope="session")
def model() -> Path:
    """Return the model of the files as they are."""
    return trained_model()


@pytest.fixture(scope="session")
def engine(model: Path) -> Engine:
    """Return an engine whose conversations stay in memory."""
    return Engine.load(model)


@pytest.fixture
def ask(engine: Engine, request: pytest.FixtureRequest) -> Ask:
    """Return a function that says something in this test's own conversation."""

    def say(text: str, language: str | None = None, sender: str = request.node.nodeid) -> list[Reply]:
        return list(asyncio.run(engine.ask(Message(sender, text, language))))

    return say
