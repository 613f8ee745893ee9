"""The web chat, served on each kind of database."""

import uuid

import httpx
import pytest

from tests.channels.web.chat import REPLY_SECONDS, SITE, Chat


@pytest.fixture(scope="module")
def served(serve, database):
    return serve(database, {"MADOGUCHI_ALLOWED_ORIGINS": f"{SITE}, http://localhost:3000"})


@pytest.fixture
def client(served):
    with httpx.Client(base_url=served.address, timeout=REPLY_SECONDS) as opened:
        yield opened


@pytest.fixture
def chat(client):
    return Chat(client, uuid.uuid4().hex)
