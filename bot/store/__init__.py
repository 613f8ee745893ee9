"""What is kept besides Rasa's trackers, in the same database: chats and what people thought of the answers."""
