"""What outlives a turn: conversations, what Rasa knows of them, and what people thought of the answers."""
