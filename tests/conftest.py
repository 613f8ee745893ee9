"""What tests share: quiet logs, a fixed day, the model, trained once, and the application as a server."""

import asyncio
import os
import signal
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy
import uvicorn
from sse_starlette.sse import AppStatus

from bot.quiet import quiet

quiet()

from bot.app import create_app  # noqa: E402
from bot.engine import Engine, Message, Reply  # noqa: E402
from bot.settings import settings  # noqa: E402
from bot.training import trained_model  # noqa: E402

Ask = Callable[..., list[Reply]]
POSTGRESQL = os.environ.get("TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/test")
START_SECONDS = 60
STOP_SECONDS = 20


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


class Served:
    """The application under uvicorn, in a thread, on a free port that stays the same through restarts."""

    def __init__(self, environment: dict[str, str], **options: Path) -> None:
        self._environment, self._options = environment, options
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self.start()

    def start(self) -> None:
        """Start it; it is ready when this returns."""
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self._environment.items():
                patch.setenv(name, value)
            settings.cache_clear()
            self.app = create_app(**self._options)
            self._server = uvicorn.Server(uvicorn.Config(self.app, port=self._port, ws="none", log_level="error"))
            self._thread = threading.Thread(target=self._server.run, daemon=True)
            self._thread.start()
            self._wait()
        settings.cache_clear()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._server.started:
            if not self._thread.is_alive():
                raise RuntimeError("The server stopped while it was starting; its log says why.")
            if time.monotonic() > deadline:
                raise RuntimeError(f"The server did not start within {START_SECONDS} s.")
            time.sleep(0.02)

    def stop(self) -> float:
        """Stop it as a signal would; return how many seconds that took."""
        start = time.monotonic()
        self._server.handle_exit(signal.SIGTERM, None)
        self._thread.join(STOP_SECONDS)
        AppStatus.should_exit = False
        if self._thread.is_alive():
            raise RuntimeError(f"The server did not stop within {STOP_SECONDS} s.")
        return time.monotonic() - start

    def restart(self) -> None:
        """Stop it and start it anew, with the same database."""
        self.stop()
        self.start()


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
    server = sqlalchemy.create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    name = f"madoguchi_{uuid.uuid4().hex}"
    try:
        with server.connect() as connection:
            connection.execute(sqlalchemy.text(f"CREATE DATABASE {name}"))
    except sqlalchemy.exc.OperationalError as error:
        pytest.skip(f"no PostgreSQL at {POSTGRESQL} (TEST_POSTGRESQL names another): {error.orig}")
    yield str(sqlalchemy.engine.make_url(POSTGRESQL).set(database=name))
    with server.connect() as connection:
        connection.execute(sqlalchemy.text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Return the URL of each kind of database in turn."""
    return request.getfixturevalue(request.param)
