"""What outlives a turn: conversations and what belongs to them."""
