"""The inbox of a channel: what is told is taken once, and one after another in a conversation; on both databases."""

import uuid

import pytest

from bot.store.conversations import Claim
from bot.store.database import open_database
from bot.store.inbox import Arrival, Inbox
from bot.store.retention import forget_done

NOW = 1000.0


@pytest.fixture
def inbox(database):
    opened = open_database(database)
    with opened.begin() as connection:
        connection.exec_driver_sql("DELETE FROM inbox")
    yield Inbox(opened, "line")
    opened.dispose()


def arrival(key, conversation="line:a", said_at=0.0):
    return Arrival(key, conversation, said_at, {"text": key})


def take(inbox, conversation="line:a", now=NOW):
    return inbox.take(conversation, Claim(uuid.uuid4().hex, now, now + 10))


def test_what_is_told_again_has_no_second_effect(inbox):
    inbox.accept([arrival("1")], NOW, NOW)
    inbox.accept([arrival("1"), arrival("2", said_at=1)], NOW, NOW)
    first = take(inbox)
    inbox.finish(first)
    inbox.accept([arrival("1")], NOW, NOW)
    second = take(inbox)
    inbox.finish(second)
    assert (first.id, second.id, take(inbox)) == ("1", "2", None)


def test_a_conversation_s_order_is_that_of_the_platform_s_time(inbox):
    inbox.accept([arrival("3", said_at=3), arrival("1", said_at=1)], NOW, NOW)
    inbox.accept([arrival("2", said_at=2)], NOW, NOW)
    taken = []
    while work := take(inbox):
        inbox.finish(work)
        taken.append(work.id)
    assert taken == ["1", "2", "3"]


def test_nothing_else_of_a_conversation_is_taken_meanwhile(inbox):
    inbox.accept([arrival("2", said_at=2), arrival("b", "line:b")], NOW, NOW)
    work = take(inbox)
    inbox.accept([arrival("1", said_at=1)], NOW, NOW)
    assert take(inbox) is None
    assert take(inbox, "line:b").id == "b"
    inbox.finish(work)
    assert take(inbox).id == "1"


def test_what_a_dead_process_had_taken_is_taken_again(inbox):
    inbox.accept([arrival("1")], NOW, NOW)
    assert take(inbox).tries == 1
    assert take(inbox, now=NOW + 9) is None
    again = take(inbox, now=NOW + 10)
    assert (again.id, again.tries, again.body) == ("1", 2, {"text": "1"})


def test_what_is_postponed_holds_up_its_conversation(inbox):
    inbox.accept([arrival("1"), arrival("2", said_at=1)], NOW, NOW)
    inbox.postpone(take(inbox), NOW + 5)
    assert take(inbox) is None
    assert inbox.due(NOW, 10) == ([], NOW + 5)
    assert inbox.due(NOW + 5, 10) == (["line:a"], None)
    assert take(inbox, now=NOW + 5).id == "1"


def test_what_is_due_is_told_oldest_first(inbox):
    inbox.accept([arrival("1", "line:a", 2), arrival("2", "line:b", 1)], NOW, NOW + 1)
    assert inbox.due(NOW, 10) == ([], NOW + 1)
    assert inbox.due(NOW + 1, 10) == (["line:b", "line:a"], None)
    take(inbox, "line:b", NOW + 1)
    assert inbox.due(NOW + 1, 10) == (["line:a"], None)


def test_the_way_of_an_answer_is_known_after_a_crash(inbox):
    inbox.accept([arrival("1")], NOW, NOW)
    inbox.send_by(take(inbox), "push")
    assert take(inbox, now=NOW + 10).route == "push"


def test_of_what_is_done_only_the_id_is_kept(inbox):
    inbox.accept([arrival("1")], NOW, NOW)
    inbox.finish(take(inbox))
    with inbox._database.begin() as connection:
        (row,) = connection.exec_driver_sql("SELECT * FROM inbox").mappings()
    assert {name: row[name] for name in ("conversation", "body", "claim")} == dict.fromkeys(
        ("conversation", "body", "claim")
    )
    forget_done(inbox._database, NOW + 1)
    inbox.accept([arrival("1")], NOW, NOW)
    assert take(inbox).id == "1"


def test_another_channel_s_is_not_ours(inbox):
    Inbox(inbox._database, "other").accept([arrival("1")], NOW, NOW)
    assert take(inbox) is None and inbox.due(NOW, 10) == ([], None)
