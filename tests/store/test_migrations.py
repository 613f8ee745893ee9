"""Migrations: a new database and one of before end up the same, and what was said is carried over."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from bot.store.conversations import Begun, Claim, ConversationStore
from bot.store.database import open_database
from bot.store.tables import metadata


@pytest.fixture
def url(request, database):
    """Return the URL of an empty database of this test's own."""
    engine = sqlalchemy.create_engine(database, future=True)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return database if engine.dialect.name == "postgresql" else f"{database}.{abs(hash(request.node.name))}"


@pytest.fixture
def before(url):
    """Return the URL of a database of before."""
    engine = sqlalchemy.create_engine(url, future=True)
    script = Path(__file__).with_name("before.sql").read_text()
    if engine.dialect.name == "postgresql":
        script = script.replace("id INTEGER NOT NULL", "id SERIAL NOT NULL")
    with engine.begin() as connection:
        for statement in filter(str.strip, script.split(";\n")):
            connection.exec_driver_sql(statement)
    engine.dispose()
    return url


def claim():
    return Claim("mine", 2e9, 2e9 + 5)


def differences(url):
    """Return what a database has otherwise than the code expects."""
    with open_database(url).connect() as connection:
        return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)


def test_a_new_database_gets_the_tables_of_the_code(url):
    assert differences(url) == []


def test_a_database_of_before_gets_the_tables_of_the_code(before):
    assert differences(before) == []


def test_what_was_said_is_carried_over(before):
    store = ConversationStore(open_database(before))
    page = store.read("web:chat", 0, 0)
    assert [(event.n, event.author, event.message, event.in_reply_to) for event in page.events] == [
        (1, "person", "m1", None),
        (2, "assistant", None, "m1"),
        (3, "person", "m2", None),
    ]
    assert [event.body["text"] for event in page.events] == ["hello", "Hello.", "fee?"]
    assert [event.n for event in store.begin("web:chat", "m1", {}, "", claim())] == [1, 2]


def test_a_message_that_waited_for_its_answer_still_does(before):
    store = ConversationStore(open_database(before))
    begun = store.begin("web:chat", "m2", {}, "", claim())
    assert isinstance(begun, Begun)
    assert [event["event"] for event in begun.dialogue] == ["session_started", "user"]
    assert [event.n for event in store.finish("web:chat", "m2", claim(), [{}], [], "")] == [3, 4]


def test_rasa_s_dialogues_over_rest_are_carried_over(before):
    store = ConversationStore(open_database(before))
    (heard,) = store.begin("rest:me", "new", {}, "", claim()).dialogue
    assert heard["text"] == "rest"


def test_who_was_away_while_it_was_deleted_is_still_told(before):
    store = ConversationStore(open_database(before))
    assert store.read("web:gone", 3, 0).cleared == 5


def test_opinions_and_times_are_carried_over(before):
    database = open_database(before)
    with database.connect() as connection:
        opinion = connection.execute(text("SELECT conversation, n, helpful FROM feedback")).one()
        touched = dict(connection.execute(text("SELECT id, touched FROM conversations")).all())
    assert (opinion.conversation, opinion.n, bool(opinion.helpful)) == ("web:chat", 2, True)
    assert (touched["web:chat"], touched["rest:me"]) == (1795485660, 1795485602)


def test_processes_that_start_together_migrate_once(before):
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(open_database, [before] * 4))
    assert len(ConversationStore(opened[0]).read("web:chat", 0, 0).events) == 3


def test_a_migration_that_fails_changes_nothing(before):
    engine = sqlalchemy.create_engine(before, future=True)
    with engine.begin() as connection:
        connection.execute(text("UPDATE chat_events SET at = 'no time' WHERE n = 3"))
    with pytest.raises(ValueError, match="no time"):
        open_database(before)
    assert "conversations" not in sqlalchemy.inspect(engine).get_table_names()
    with engine.connect() as connection:
        body = connection.execute(text("SELECT body FROM chat_events WHERE n = 1")).scalar()
    assert (json.loads(body) if isinstance(body, str) else body)["text"] == "hello"
