"""Who waits for a conversation's turn, in order, whichever process they came to."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "waiting",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column(
            "conversation", sa.String(255), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("until", sa.Float, nullable=False),
        sa.UniqueConstraint("conversation", "key"),
    )
