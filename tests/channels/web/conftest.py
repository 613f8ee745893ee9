"""The web chat, served on each kind of database for all tests of this folder."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.channels.web.chat import REPLY_SECONDS, SITE, Chat
from tests.databases import new_postgresql
from tests.served import Served


@pytest.fixture(scope="package", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('store') / 'conversations.db'}"
    else:
        with new_postgresql() as url:
            yield url


@pytest.fixture(scope="package")
def served(model: Path, database: str) -> Iterator[Served]:
    allowed = {"MADOGUCHI_ALLOWED_ORIGINS": f"{SITE}, http://localhost:3000"}
    server = Served({"MADOGUCHI_DATABASE": database} | allowed)
    yield server
    server.stop()


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.address, timeout=REPLY_SECONDS) as opened:
        yield opened


@pytest.fixture
def chat(client: httpx.Client) -> Chat:
    return Chat(client, uuid.uuid4().hex)
