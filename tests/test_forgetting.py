"""`madoguchi forget`: what is old, or named, goes from the database, and nothing else."""

import time
import uuid

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.settings import settings
from bot.store.conversations import Claim, ConversationStore
from bot.store.database import open_database

DAY = 24 * 60 * 60
AT = "2026-11-24T11:00:00+09:00"
BODY = {"text": "こんにちは", "buttons": [], "custom": {}}


@pytest.fixture
def store(database, monkeypatch):
    monkeypatch.setenv("MADOGUCHI_DATABASE", database)
    settings.cache_clear()
    opened = open_database(database)
    yield ConversationStore(opened)
    opened.dispose()
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def said(store):
    """Return a function that keeps a conversation in which something was said so many days ago."""

    def keep(days):
        name, at = f"web:{uuid.uuid4().hex}", time.time() - days * DAY
        claim = Claim(uuid.uuid4().hex, at, at + 5)
        store.begin(name, "1", BODY, AT, claim)
        store.finish(name, "1", claim, [BODY], [{"event": "user", "text": BODY["text"]}], AT)
        return name

    return keep


def forget(*names):
    return CliRunner().invoke(app, ["forget", *names])


def stays(store, name):
    return bool(store.read(name, 0, time.time()).events)


@pytest.mark.parametrize(
    ("keep_days", "days", "kept"),
    [(None, 29.9, True), (None, 30.1, False), ("1", 0.9, True), ("1", 1.1, False), ("90", 89, True), ("90", 91, False)],
)
def test_what_is_older_than_the_days_set_is_forgotten(store, said, monkeypatch, keep_days, days, kept):
    if keep_days:
        monkeypatch.setenv("MADOGUCHI_KEEP_DAYS", keep_days)
        settings.cache_clear()
    name = said(days)
    ran = forget()
    assert (ran.exit_code, ran.output) == (0, f"{0 if kept else 1} forgotten.\n")
    assert stays(store, name) == kept
    forget(name)


def test_those_named_are_forgotten_however_new(store, said):
    first, second, other = said(0), said(3), said(0)
    assert forget(first, second).exit_code == 0
    assert [stays(store, name) for name in (first, second, other)] == [False, False, True]


def test_one_that_is_not_there_is_told_and_the_others_go(store, said):
    name = said(0)
    ran = forget("web:nobody", name)
    assert ran.exit_code == 1
    assert "There is no conversation web:nobody." in ran.output
    assert not stays(store, name)


@pytest.mark.parametrize("days", ["0", "-3", "a month"])
def test_days_that_cannot_be_are_refused(store, monkeypatch, days):
    monkeypatch.setenv("MADOGUCHI_KEEP_DAYS", days)
    settings.cache_clear()
    ran = forget()
    assert ran.exit_code != 0
    assert "MADOGUCHI_KEEP_DAYS" in ran.output + str(ran.exception)
