"""Rasa's custom actions: slots to facts, decisions to replies."""
