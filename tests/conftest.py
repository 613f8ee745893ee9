"""What tests share: quiet logs, a fixed day, the model, trained once, the application as a server, databases.

Where TEST_NO_SKIP is set, as in CI, a test that would be skipped fails: what it needs must be there.
"""

import asyncio
import os
from collections.abc import Callable, Generator, Iterator
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from bot.quiet import quiet

quiet()

from bot.engine import Engine, Message, Reply  # noqa: E402
from bot.model import model_path  # noqa: E402
from bot.settings import settings  # noqa: E402
from bot.training import trained_model  # noqa: E402
from tests.databases import new_postgresql  # noqa: E402
from tests.served import Served  # noqa: E402

Ask = Callable[..., list[Reply]]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what would be skipped, where nothing may be but what compares with material that isn't ours to keep."""
    report = yield
    may_skip = hasattr(report, "wasxfail") or item.get_closest_marker("comparison")
    if report.skipped and not may_skip and os.environ.get("TEST_NO_SKIP"):
        report.outcome, report.longrepr = "failed", f"{item.nodeid} may not be skipped: {report.longrepr}"
    return report


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
    """Return the model of the files as they are; one of the processes that test side by side trains it."""
    with FileLock(model_path().with_suffix(".lock")):
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


@pytest.fixture(scope="module")
def serve(model: Path) -> Iterator[Callable[..., Served]]:
    """Return a function that serves the application on a database, with other settings if need be."""
    served: list[Served] = []

    def start(database: str, environment: dict[str, str] | None = None, **options: Path) -> Served:
        served.append(Served({"MADOGUCHI_DATABASE": database} | (environment or {}), **options))
        return served[-1]

    yield start
    for server in served:
        server.stop()


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of an SQLite file of this module's own."""
    return f"sqlite:///{tmp_path_factory.mktemp('store') / 'conversations.db'}"


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    """Return the URL of a PostgreSQL database of this module's own, which goes away with it."""
    with new_postgresql() as url:
        yield url


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Return the URL of each kind of database in turn."""
    return request.getfixturevalue(request.param)
