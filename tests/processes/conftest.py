"""Two processes that serve the same conversations, on each combination of stores, and LINE's stand-in beside them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.channels.line.stand_in import SECRET, TOKEN, StandIn
from tests.databases import new_postgresql, redis_url
from tests.process import Process


@dataclass
class Stores:
    """Where conversations are kept, and the settings that say so."""

    database: str
    environment: dict[str, str] = field(default_factory=dict)


def two_of_them(database: str, environment: dict[str, str]) -> list[Process]:
    """Start two processes at the same time."""
    with ThreadPoolExecutor() as pool:
        return [started.result() for started in [pool.submit(Process, database, environment) for _ in range(2)]]


@pytest.fixture(scope="session", params=["sqlite", "postgresql", "postgresql+redis"])
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Return each combination of stores in turn."""
    if request.param == "sqlite":
        yield Stores(f"sqlite:///{tmp_path_factory.mktemp('store') / 'conversations.db'}")
    else:
        with new_postgresql() as url:
            yield Stores(url, {"REDIS_URL": redis_url()} if "redis" in request.param else {})


@pytest.fixture(scope="session")
def platform() -> Iterator[StandIn]:
    with StandIn().running() as running:
        yield running


@pytest.fixture(scope="session")
def processes(model: Path, stores: Stores, platform: StandIn) -> Iterator[list[Process]]:
    """Return two processes on the same stores, with the same LINE account."""
    line = {"LINE_CHANNEL_SECRET": SECRET, "LINE_CHANNEL_ACCESS_TOKEN": TOKEN, "LINE_API": platform.address}
    started = two_of_them(stores.database, stores.environment | line)
    yield started
    for process in started:
        process.kill()
