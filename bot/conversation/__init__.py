"""Conversations: what every channel shares. Turns in order and once, events with their author, who is speaking."""
