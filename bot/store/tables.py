"""The tables."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData()

# `last`: the highest number given. `cleared`: the number of the latest deletion, 0 without one. A conversation that was
# deleted keeps this row, and nothing else, so that no number is given twice and who comes back late can tell.
conversations = Table(
    "chat_conversations",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("last", Integer, nullable=False),
    Column("cleared", Integer, nullable=False),
)

# `message`: the client's id of the message. `part`: 0 is what the person said, 1 and up what it was answered.
# `at`: ISO 8601 in Asia/Tokyo, which sorts as it is, in SQLite too.
events = Table(
    "chat_events",
    metadata,
    Column("conversation", ForeignKey(conversations.c.id), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("message", String(36), nullable=False),
    Column("part", Integer, nullable=False),
    Column("sender", String(16), nullable=False),
    Column("body", JSON, nullable=False),
    Column("at", String(32), nullable=False),
    UniqueConstraint("conversation", "message", "part"),
)

feedback = Table(
    "chat_feedback",
    metadata,
    Column("conversation", String(64), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("helpful", Boolean, nullable=False),
    Column("reason", String(32)),
    Column("at", String(32), nullable=False),
    ForeignKeyConstraint(["conversation", "n"], [events.c.conversation, events.c.n], ondelete="CASCADE"),
)
