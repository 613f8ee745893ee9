"""The database's connections: kept from one transaction to the next, and none to a file that isn't there any more."""

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.store.conversations import ConversationStore
from bot.store.database import open_database


@pytest.fixture
def path(tmp_path):
    return tmp_path / "conversations.db"


@pytest.fixture
def opened(path):
    engine = open_database(f"sqlite:///{path}")
    yield engine
    engine.dispose()


def tell(database, conversation):
    ConversationStore(database).add(conversation, "agent", "m", {"text": "hello"}, "2026-11-24", 1.0)


def test_a_connection_is_kept_for_the_next_transaction(opened):
    made = []
    event.listen(opened, "connect", lambda connection, record: made.append(record))
    for number in range(5):
        tell(opened, f"web:{number}")
    assert len(made) <= 1


def test_a_file_that_was_taken_away_is_missed(opened, path):
    tell(opened, "web:before")
    path.rename(path.with_suffix(".away"))
    with pytest.raises(OperationalError, match="unable to open"):
        tell(opened, "web:after")
    assert not path.exists()
