"""The stand-in platform, and the channel served beside it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from sqlalchemy import create_engine, text

from bot.settings import settings
from tests.channels.line.small_app import small_app
from tests.channels.line.stand_in import SECRET, TOKEN, StandIn


def environment(platform, database):
    """Return the settings of an account on a platform."""
    return {
        "MADOGUCHI_DATABASE": database,
        "LINE_CHANNEL_SECRET": f"{SECRET}, the-next-secret",
        "LINE_CHANNEL_ACCESS_TOKEN": TOKEN,
        "LINE_API": platform.address,
    }


@contextmanager
def served(settings_of_environment) -> Iterator[str]:
    """Serve the small application with settings; yield its address."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings_of_environment.items():
            patch.setenv(name, value)
        settings.cache_clear()
        server = uvicorn.Server(uvicorn.Config(small_app(), port=0, ws="none", log_config=None))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        StandIn().wait_for(lambda: server.started)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join()
    settings.cache_clear()


def rows(store, table):
    """Return the rows of a table."""
    database = create_engine(store)
    with database.connect() as connection:
        found = connection.execute(text(f"SELECT * FROM {table}")).mappings().all()
    database.dispose()
    return found


@pytest.fixture
def platform():
    with StandIn().running() as running:
        yield running


@pytest.fixture
def store(tmp_path):
    return f"sqlite:///{tmp_path / 'line.db'}"


@pytest.fixture
def account(platform, store):
    """Return the address of an application whose account is on the platform."""
    with served(environment(platform, store)) as address:
        yield address
