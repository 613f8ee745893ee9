"""The tables. How an older database gets them is told by `migrations/`."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
MOST_ID = 255

# `state`: who speaks to the person: assistant, queued (for an agent) or agent. `last`: the highest number given.
# `cleared`: the number of the latest deletion, 0 without one; a conversation that was deleted keeps this row until it
# is forgotten, so that no number is given twice and who comes back can tell. `claim`: the turn that is being taken, and
# `claimed_until`, past which another may take one. `touched`: when something was said last. Both in seconds since 1970.
conversations = Table(
    "conversations",
    metadata,
    Column("id", String(MOST_ID), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("last", Integer, nullable=False),
    Column("cleared", Integer, nullable=False),
    Column("claim", String(32)),
    Column("claimed_until", Float),
    Column("touched", Float, nullable=False, index=True),
)

# A message that was taken, by the channel's own id. `answered`: whether its turn is over.
turns = Table(
    "turns",
    metadata,
    Column("conversation", ForeignKey(conversations.c.id, ondelete="CASCADE"), primary_key=True),
    Column("message", String(64), primary_key=True),
    Column("answered", Boolean, nullable=False),
)

# Who waits for a conversation's turn, in the order in which they came: `key` is the message that waits, or made up for
# what is no message. `until`: past which who waits is taken for dead, in seconds since 1970.
waiting = Table(
    "waiting",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("conversation", ForeignKey(conversations.c.id, ondelete="CASCADE"), nullable=False),
    Column("key", String(64), nullable=False),
    Column("until", Float, nullable=False),
    UniqueConstraint("conversation", "key"),
)

# `author`: person, assistant or agent. `message`: the channel's own id of what a person or an agent said.
# `in_reply_to`: that of the message replied to. `at`: ISO 8601 in Asia/Tokyo, which sorts as it is, in SQLite too.
events = Table(
    "conversation_events",
    metadata,
    Column("conversation", ForeignKey(conversations.c.id, ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("author", String(16), nullable=False),
    Column("message", String(64)),
    Column("in_reply_to", String(64)),
    Column("body", JSON, nullable=False),
    Column("at", String(32), nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("conversation", String(MOST_ID), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("helpful", Boolean, nullable=False),
    Column("reason", String(32)),
    Column("at", String(32), nullable=False),
    ForeignKeyConstraint(["conversation", "n"], [events.c.conversation, events.c.n], ondelete="CASCADE"),
)

# What Rasa knows: its events, in the columns of its own tracker store.
rasa_events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sender_id", String(255), nullable=False),
    Column("type_name", String(255), nullable=False),
    Column("timestamp", Float),
    Column("intent_name", String(255)),
    Column("action_name", String(255)),
    Column("data", Text),
    Index("ix_events_sender_id", "sender_id"),
)

# What a messenger's platform told us, by its own id, so that nothing is taken twice; `conversation` and `body`, what is
# to be done, go when it is done. `said_at`: the platform's time, which gives a conversation's order. `due`: not before.
# `route`: the way by which the answer must go, where the usual one is closed. Times in seconds since 1970.
inbox = Table(
    "inbox",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("conversation", String(MOST_ID), index=True),
    Column("body", JSON(none_as_null=True)),
    Column("said_at", Float, nullable=False),
    Column("accepted", Float, nullable=False, index=True),
    Column("due", Float, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("route", String(16)),
    Column("claim", String(32)),
    Column("claimed_until", Float),
    Column("done", Boolean, nullable=False),
)

# One row, written to see whether writing works.
health = Table("health", metadata, Column("id", Integer, primary_key=True), Column("at", Float, nullable=False))
