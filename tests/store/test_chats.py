"""Chats in the database: numbered without gap or double, whoever writes at the same time."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.store.chats import Chats
from bot.store.database import open_database
from bot.store.feedback import Feedback, NoSuchReplyError
from bot.store.tables import events

AT = datetime(2026, 11, 24, 11, tzinfo=timezone(timedelta(hours=9)))
SAID = {"text": "secret words", "buttons": [], "custom": {"language": "ja"}}


@pytest.fixture(scope="module")
def opened(database):
    engine = open_database(database)
    yield engine
    engine.dispose()


@pytest.fixture
def chats(opened):
    return Chats(opened)


@pytest.fixture
def conversation():
    return uuid.uuid4().hex


def numbers(page):
    return [event.n for event in page.events]


def test_two_processes_number_without_gap_or_double(database, chats, conversation):
    other = open_database(database)
    writers = [chats, Chats(other)] * 4

    def write(chats):
        for _ in range(10):
            key = str(uuid.uuid4())
            assert chats.add_message(conversation, key, SAID, AT)
            chats.add_replies(conversation, key, [SAID, SAID], AT)

    with ThreadPoolExecutor(len(writers)) as pool:
        list(pool.map(write, writers))
    other.dispose()
    page = chats.read(conversation, 0)
    assert numbers(page) == list(range(1, 1 + 3 * 10 * len(writers)))
    replies = [event for event in page.events if event.sender == "assistant"]
    assert all(second.n == first.n + 1 for first, second in zip(replies[::2], replies[1::2], strict=True))


def test_two_processes_store_a_message_once(database, chats, conversation):
    other, key = open_database(database), str(uuid.uuid4())
    with ThreadPoolExecutor(8) as pool:
        new = list(pool.map(lambda store: store.add_message(conversation, key, SAID, AT), [chats, Chats(other)] * 4))
        list(pool.map(lambda store: store.add_replies(conversation, key, [SAID], AT), [chats, Chats(other)] * 4))
    other.dispose()
    assert new.count(True) == 1
    assert numbers(chats.read(conversation, 0)) == [1, 2]


def test_a_message_that_is_stored_already_takes_no_number(chats, conversation):
    for key in ("a", "a", "b"):
        chats.add_message(conversation, key, SAID, AT)
    assert numbers(chats.read(conversation, 0)) == [1, 2]


def test_replies_to_a_message_that_was_deleted_are_not_stored(chats, conversation):
    chats.add_message(conversation, "a", SAID, AT)
    chats.clear(conversation)
    chats.add_replies(conversation, "a", [SAID], AT)
    assert chats.read(conversation, 0).events == []


def test_what_is_read_is_what_was_written(chats, conversation):
    chats.add_message(conversation, "a", SAID, AT)
    (event,) = chats.exchange(conversation, "a")
    assert (event.body, event.at, event.sender) == (SAID, "2026-11-24T11:00:00+09:00", "person")


def test_numbers_are_never_given_twice(chats, conversation):
    seen = []
    for key in "abc":
        chats.add_message(conversation, key, SAID, AT)
        seen += numbers(chats.read(conversation, 0))
        chats.clear(conversation)
    assert seen == [1, 3, 5]


def test_feedback_goes_with_the_chat(opened, chats, conversation):
    feedback = Feedback(opened)
    chats.add_message(conversation, "a", SAID, AT)
    chats.add_replies(conversation, "a", [SAID], AT)
    feedback.give(conversation, 2, True, None, AT)
    chats.clear(conversation)
    with opened.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM chat_feedback")).scalar() == 0
    with pytest.raises(NoSuchReplyError):
        feedback.give(conversation, 2, True, None, AT)


def test_an_error_does_not_tell_what_was_said(opened):
    row = {"conversation": "nowhere", "n": 1, "message": "a", "part": 0, "sender": "person", "body": SAID, "at": ""}
    with opened.connect() as connection, pytest.raises(IntegrityError) as failed:
        connection.execute(events.insert(), row)
    assert "INSERT INTO chat_events" in str(failed.value)
    assert SAID["text"] not in str(failed.value)
