"""The engine: a message's replies can be asked for again, and a conversation can be forgotten."""

import asyncio
import uuid

import pytest

from bot.engine import Engine, Message


@pytest.fixture(scope="module", params=["memory", "sqlite", "postgresql"])
def engine(request, model):
    return Engine.load(model, None if request.param == "memory" else request.getfixturevalue(request.param))


@pytest.fixture
def run(engine):
    """Return a function that awaits a method of the engine."""
    return lambda method, *arguments: asyncio.run(getattr(engine, method)(*arguments))


@pytest.fixture
def sender():
    return uuid.uuid4().hex


def test_replies_are_recalled_by_the_message_s_id(run, sender):
    first = run("ask", Message(sender, "/faq/contact", "en", id="1"))
    second = run("ask", Message(sender, "/check_certificate", "en", id="2"))
    assert run("recall", sender, "1") == first
    assert run("recall", sender, "2") == second
    assert second[-1].buttons and second[-1].custom["ask"]["fact"] == "registered"


def test_what_was_never_answered_is_not_recalled(run, sender):
    assert run("recall", sender, "1") == []
    run("ask", Message(sender, "/faq/contact", id="1"))
    assert run("recall", sender, "2") == []
    assert run("recall", uuid.uuid4().hex, "1") == []


def test_a_forgotten_conversation_starts_anew(run, sender):
    other = uuid.uuid4().hex
    for conversation in (sender, other):
        run("ask", Message(conversation, "英語で案内してください", id="1"))
    run("forget", sender)
    run("forget", uuid.uuid4().hex)
    assert run("recall", sender, "1") == []
    languages = [run("ask", Message(key, "/faq/contact"))[0].custom["language"] for key in (sender, other)]
    assert languages == ["ja", "en"]
