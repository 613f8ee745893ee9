"""Forgetting: what is old or asked to be forgotten is gone, from the files too; the rest stays."""

import time
import uuid
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text
from sqlalchemy.engine import make_url

from bot.store import retention
from bot.store.conversations import Claim, ConversationStore
from bot.store.database import open_database
from bot.store.feedback import Feedback
from bot.store.tables import metadata, waiting

AT = "2026-11-24T11:00:00+09:00"
DAY = 24 * 60 * 60
SECRET = "Hanako-Yamada-0312345678"
COUNT = 40


@pytest.fixture
def opened(database):
    engine = open_database(database)
    with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
    yield engine
    engine.dispose()


@pytest.fixture
def store(opened):
    return ConversationStore(opened)


def chat(store, name, touched, answered=True):
    """Keep a conversation in which something was said at a time."""
    body = {"text": f"{SECRET} {'x' * 300}", "buttons": [], "custom": {}}
    for number in range(3):
        claim, message = Claim(uuid.uuid4().hex, touched, touched + 5), f"{name}-{number}"
        store.begin(name, message, body, AT, claim)
        if answered:
            store.finish(name, message, claim, [body], [{"event": "user", "text": body["text"]}] * 3, AT)
    return name


def kept(opened):
    with opened.connect() as connection:
        return {table.name: len(connection.execute(select(table)).all()) for table in metadata.sorted_tables}


def test_what_is_old_is_forgotten_and_the_rest_stays(opened, store):
    now = time.time()
    chat(store, "web:old", now - 31 * DAY)
    chat(store, "rest:old", now - 30.1 * DAY)
    chat(store, "web:new", now - 29 * DAY)
    Feedback(opened).give("web:old", 2, True, None, AT)
    with opened.begin() as connection:
        connection.execute(waiting.insert().values(conversation="web:old", key="x", until=now))
    assert retention.forget_untouched(opened, now - 30 * DAY, now) == 2
    assert retention.forget_untouched(opened, now - 30 * DAY, now) == 0
    assert kept(opened) == {
        "conversations": 1,
        "turns": 3,
        "conversation_events": 6,
        "feedback": 0,
        "events": 9,
        "inbox": 0,
        "health": 0,
        "waiting": 0,
    }
    assert store.read("web:old", 0, now).events == []
    assert len(store.read("web:new", 0, now).events) == 6


def test_a_deleted_conversation_s_counters_go_in_time_too(opened, store):
    now = time.time()
    chat(store, "web:gone", now - 31 * DAY)
    store.clear("web:gone", Claim("c", now, now + 5))
    retention.forget_untouched(opened, now - 30 * DAY, now)
    assert kept(opened)["conversations"] == 0


def test_a_turn_under_way_is_left_alone(opened, store):
    now = time.time()
    chat(store, "web:slow", now - 31 * DAY, answered=False)
    during = now - 31 * DAY + 1
    assert retention.forget_untouched(opened, now - 30 * DAY, during) == 0
    assert retention.forget_untouched(opened, now - 30 * DAY, now) == 1


def test_many_are_forgotten_a_part_at_a_time(opened, store, monkeypatch):
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    for number in range(5):
        chat(store, f"web:{number}", 1.0)
    assert [retention.forget_untouched(opened, 2.0, time.time()) for _ in range(4)] == [2, 2, 1, 0]


def test_one_is_forgotten_by_its_id(opened, store):
    for name in ("web:a", "web:b"):
        chat(store, name, time.time())
    assert retention.forget(opened, "web:a")
    assert not retention.forget(opened, "web:a")
    assert (kept(opened)["conversations"], kept(opened)["events"]) == (1, 9)


def found(database):
    """Count how often what was said stands in SQLite's files."""
    path = Path(make_url(database).database)
    return sum(file.read_bytes().count(SECRET.encode()) for file in path.parent.glob(f"{path.name}*"))


@pytest.fixture
def filled(sqlite, tmp_path):
    """Return an SQLite file with a good deal said in it, over many pages."""
    url = f"sqlite:///{tmp_path / 'conversations.db'}"
    engine = open_database(url)
    store = ConversationStore(engine)
    for number in range(COUNT):
        chat(store, f"web:{number}", 1.0 if number % 3 else 2.0)
    assert found(url) > COUNT * 10
    yield url, engine, store
    engine.dispose()


def test_what_was_forgotten_is_in_no_file(filled):
    url, engine, _ = filled
    while retention.forget_untouched(engine, 3.0, time.time()):
        pass
    retention.scrub(engine)
    assert found(url) == 0


def test_what_a_person_deleted_is_in_no_file(filled):
    url, engine, store = filled
    for number in range(COUNT):
        now = time.time()
        assert store.clear(f"web:{number}", Claim("c", now, now + 5))
    retention.scrub(engine)
    assert found(url) == 0


def test_of_what_stays_nothing_is_lost(filled):
    url, engine, _ = filled
    while retention.forget_untouched(engine, 1.5, time.time()):
        pass
    retention.scrub(engine)
    left = len(range(0, COUNT, 3))
    # What was said once is kept in the event and thrice in Rasa's; the reply says it again.
    assert found(url) == left * 3 * 5
    with create_engine(url).connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
