"""Conversations of every channel, with the author of each event and Rasa's events beside them.

A database of before has the web chat's tables `chat_…` and Rasa's `events`, under ids that don't tell the channel. The
chats become conversations `web:…`; what Rasa knows besides came over REST, and becomes `rest:…`.
"""

import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and carry over what is there."""
    before = set(sa.inspect(op.get_bind()).get_table_names())
    _make()
    if "events" not in before:
        _make_rasa_events()
    if "chat_conversations" in before:
        _carry_over("events" in before)


def _make() -> None:
    conversation = sa.ForeignKey("conversations.id", ondelete="CASCADE")
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(255), primary_key=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("cleared", sa.Integer, nullable=False),
        sa.Column("claim", sa.String(32)),
        sa.Column("claimed_until", sa.Float),
        sa.Column("touched", sa.Float, nullable=False, index=True),
    )
    op.create_table(
        "turns",
        sa.Column("conversation", sa.String(255), conversation, primary_key=True),
        sa.Column("message", sa.String(64), primary_key=True),
        sa.Column("answered", sa.Boolean, nullable=False),
    )
    op.create_table(
        "conversation_events",
        sa.Column("conversation", sa.String(255), conversation.copy(), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("author", sa.String(16), nullable=False),
        sa.Column("message", sa.String(64)),
        sa.Column("in_reply_to", sa.String(64)),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    event = ["conversation_events.conversation", "conversation_events.n"]
    op.create_table(
        "feedback",
        sa.Column("conversation", sa.String(255), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("reason", sa.String(32)),
        sa.Column("at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["conversation", "n"], event, ondelete="CASCADE"),
    )
    op.create_table("health", sa.Column("id", sa.Integer, primary_key=True), sa.Column("at", sa.Float, nullable=False))


def _make_rasa_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sender_id", sa.String(255), nullable=False, index=True),
        sa.Column("type_name", sa.String(255), nullable=False),
        sa.Column("timestamp", sa.Float),
        sa.Column("intent_name", sa.String(255)),
        sa.Column("action_name", sa.String(255)),
        sa.Column("data", sa.Text),
    )


def _carry_over(rasa: bool) -> None:
    last_said = {
        row.conversation: row.at for row in _rows("SELECT conversation, max(at) AS at FROM chat_events GROUP BY 1")
    }
    for row in _rows("SELECT id, last, cleared FROM chat_conversations"):
        at = last_said.get(row.id)
        touched = datetime.fromisoformat(at).timestamp() if at else time.time()
        _add_conversation(f"web:{row.id}", row.last, row.cleared, touched)
    if rasa:
        _name_channels()
    op.execute(
        "INSERT INTO conversation_events (conversation, n, author, message, in_reply_to, body, at) "
        "SELECT 'web:' || conversation, n, sender, CASE WHEN part = 0 THEN message END, "
        "CASE WHEN part > 0 THEN message END, body, at FROM chat_events"
    )
    op.execute(
        "INSERT INTO turns (conversation, message, answered) "
        "SELECT 'web:' || conversation, message, max(part) > 0 FROM chat_events GROUP BY conversation, message"
    )
    op.execute(
        "INSERT INTO feedback (conversation, n, helpful, reason, at) "
        "SELECT 'web:' || conversation, n, helpful, reason, at FROM chat_feedback"
    )
    for table in ("chat_feedback", "chat_events", "chat_conversations"):
        op.drop_table(table)


def _name_channels() -> None:
    """Put the channel before the ids in Rasa's events, and make conversations of those that came over REST."""
    op.execute(
        "UPDATE events SET sender_id = CASE WHEN sender_id IN (SELECT id FROM chat_conversations) "
        "THEN 'web:' ELSE 'rest:' END || sender_id"
    )
    for row in _rows("SELECT sender_id, max(timestamp) AS at FROM events WHERE sender_id LIKE 'rest:%' GROUP BY 1"):
        _add_conversation(row.sender_id, 0, 0, row.at)


def _add_conversation(key: str, last: int, cleared: int, touched: float) -> None:
    insert = sa.text(
        "INSERT INTO conversations (id, state, last, cleared, touched) "
        "VALUES (:id, 'assistant', :last, :cleared, :touched)"
    )
    op.get_bind().execute(insert, {"id": key, "last": last, "cleared": cleared, "touched": touched})


def _rows(query: str) -> Sequence[Any]:
    rows: Sequence[Any] = op.get_bind().execute(sa.text(query)).all()
    return rows
