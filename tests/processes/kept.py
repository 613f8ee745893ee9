"""What is really kept of a conversation: what was said, and what Rasa knows."""

import json
import time
import uuid
from contextlib import contextmanager

import sqlalchemy
from sqlalchemy import text

from bot.store.conversations import ConversationStore
from bot.store.database import open_database


def _rows(database, query, conversation):
    engine = sqlalchemy.create_engine(database, future=True)
    with engine.connect() as connection:
        found = connection.execute(text(query), {"conversation": conversation}).all()
    engine.dispose()
    return found


def said(database, conversation):
    """Return the ids of what a person said, in the order in which it was taken."""
    query = (
        "SELECT message FROM conversation_events WHERE conversation = :conversation AND author = 'person' ORDER BY n"
    )
    return [row.message for row in _rows(database, query, conversation)]


def answered(database, conversation):
    """Return the ids of the messages that were replied to, one for each reply, in order."""
    query = (
        "SELECT in_reply_to FROM conversation_events "
        "WHERE conversation = :conversation AND author = 'assistant' ORDER BY n"
    )
    return [row.in_reply_to for row in _rows(database, query, conversation)]


def dialogue(database, conversation):
    """Return what Rasa knows, as its events' data."""
    query = "SELECT data FROM events WHERE sender_id = :conversation ORDER BY id"
    return [json.loads(row.data) for row in _rows(database, query, conversation)]


def heard(database, conversation):
    """Return how many messages Rasa took."""
    return sum(event["event"] == "user" for event in dialogue(database, conversation))


def assert_kept(database, people):
    """Make sure that of each person of the web chat every message, by its id, was taken and answered once, in order."""
    for person, keys in people.items():
        assert said(database, f"web:{person}") == answered(database, f"web:{person}") == keys
        assert heard(database, f"web:{person}") == len(keys)


def facts(database, conversation):
    """Return the facts of the case that is being checked."""
    cases = [event["value"] for event in dialogue(database, conversation) if event.get("name") == "case"]
    return cases[-1]["facts"]


@contextmanager
def turn_under_way(database, conversation, seconds):
    """Take a conversation's turn, in a process that is gone, for so many seconds from now on."""
    engine, now = open_database(database), time.time()
    # Nothing is kept of it: what is handed to somebody is no message.
    with engine.begin() as connection:
        ConversationStore(engine)._lock(connection, conversation, now)
        claim = {"claim": uuid.uuid4().hex, "until": now + seconds, "id": conversation}
        connection.execute(
            text("UPDATE conversations SET claim = :claim, claimed_until = :until WHERE id = :id"), claim
        )
    engine.dispose()
    yield
