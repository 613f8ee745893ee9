"""Bells that are shared ring in every process that somebody listens in, and after a broken wire by themselves again."""

import asyncio
import logging
import uuid
from contextlib import asynccontextmanager, contextmanager

import pytest
from redis.connection import parse_url
from sqlalchemy.engine import make_url

from bot.conversation import shared_bells as module
from bot.conversation.bells import LocalBells
from bot.conversation.open_bells import open_bells
from bot.store.calls import Calls
from bot.store.database import open_database
from tests.databases import redis_url
from tests.proxy import Proxy

SOON_SECONDS = 5
QUIET_SECONDS = 0.3


@pytest.fixture
def conversation():
    return f"web:{uuid.uuid4().hex}"


@pytest.fixture(params=["postgresql", "redis"])
def wire(request, postgresql):
    """Return the way to what carries the rings, a database, and the settings."""
    if request.param == "redis":
        redis = parse_url(redis_url())
        proxy = Proxy(redis["host"], redis.get("port", 6379))
        return proxy, postgresql, f"redis://127.0.0.1:{proxy.port}"
    url = make_url(postgresql)
    proxy = Proxy(url.host, url.port or 5432)
    return proxy, str(url.set(host="127.0.0.1", port=proxy.port)), None


@asynccontextmanager
async def two(wire):
    """Open the bells of two processes."""
    _, database, redis = wire
    engine, calls = open_database(database), Calls()
    async with open_bells(engine, calls, redis) as here, open_bells(engine, calls, redis) as there:
        yield here, there
    calls.close()
    engine.dispose()


async def rings(bell, seconds=SOON_SECONDS):
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        return False
    bell.clear()
    return True


async def quiet(bell):
    """Let pass what rings at the beginning, so that nothing is missed."""
    while await rings(bell, QUIET_SECONDS):
        pass


def test_a_ring_is_heard_here_and_there_and_in_no_other_conversation(wire, conversation):
    async def run():
        async with two(wire) as (here, there):
            with here.listen(conversation) as near, there.listen(conversation) as far, there.listen("other") as other:
                for bell in (near, far, other):
                    await quiet(bell)
                await here.ring(conversation)
                assert near.is_set()
                near.clear()
                assert await rings(far)
                assert not await rings(other, QUIET_SECONDS)
                # Nor does it come back to who rang.
                assert not near.is_set()
            assert conversation not in here and conversation not in there

    asyncio.run(run())


def test_who_begins_to_listen_looks_once_more_when_rings_are_heard_for_sure(wire, conversation):
    async def run():
        async with two(wire) as (_, there):
            with there.listen("before") as bell:
                await quiet(bell)
            with there.listen(conversation) as bell:
                assert await rings(bell) == (wire[2] is not None)

    if wire[2]:
        asyncio.run(run())


@contextmanager
def quick(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(module, "LOOK_SECONDS", 0.1)
        yield


def test_while_the_wire_is_broken_listeners_look_by_themselves_and_it_mends_itself(
    wire, conversation, monkeypatch, caplog
):
    async def run():
        async with two(wire) as (here, there):
            with there.listen(conversation) as far:
                await quiet(far)
                with wire[0].cut():
                    await here.ring(conversation)
                    # Without end, as nobody tells them when.
                    assert [await rings(far) for _ in range(3)] == [True] * 3
                for _ in range(50):
                    if caplog.text.count("cross processes again") == 2:
                        break
                    await asyncio.sleep(0.2)
                await quiet(far)
                await here.ring(conversation)
                assert await rings(far)

    caplog.set_level(logging.WARNING, "bot")
    with quick(monkeypatch):
        asyncio.run(run())
    assert [caplog.text.count(said) for said in ("don't cross processes", "cross processes again")] == [2, 2]
    assert "127.0.0.1" not in caplog.text


def test_what_rang_while_the_wire_was_broken_is_told_afterwards(wire, conversation, monkeypatch):
    async def run():
        async with two(wire) as (here, there):
            with there.listen(conversation) as far:
                await quiet(far)
                sent = here._wire.send
                monkeypatch.setattr(here._wire, "send", lambda keys: 1 / 0)
                await here.ring(conversation)
                assert not await rings(far, QUIET_SECONDS)
                monkeypatch.setattr(here._wire, "send", sent)
                assert await rings(far)

    asyncio.run(run())


def test_a_single_process_on_sqlite_needs_no_wire_and_several_look(tmp_path):
    async def run(workers):
        engine, calls = open_database(f"sqlite:///{tmp_path / 'c.db'}"), Calls()
        async with open_bells(engine, calls, None, workers) as bells:
            with bells.listen("web:x") as bell:
                heard = await rings(bell, 2)
        calls.close()
        return type(bells) is LocalBells, heard

    assert asyncio.run(run(1)) == (True, False)
    assert asyncio.run(run(2)) == (False, True)
