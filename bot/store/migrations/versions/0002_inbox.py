"""What messengers' platforms told, kept until it is answered."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "inbox",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("conversation", sa.String(255), index=True),
        sa.Column("body", sa.JSON),
        sa.Column("said_at", sa.Float, nullable=False),
        sa.Column("accepted", sa.Float, nullable=False, index=True),
        sa.Column("due", sa.Float, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("route", sa.String(16)),
        sa.Column("claim", sa.String(32)),
        sa.Column("claimed_until", sa.Float),
        sa.Column("done", sa.Boolean, nullable=False),
    )
