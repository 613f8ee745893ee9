"""What outlives a turn: Rasa's trackers and, in the same database, chats and what people thought of the answers."""
