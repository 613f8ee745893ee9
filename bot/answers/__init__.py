"""Answers: what the assistant says, in which language, from which day on, and on whose word."""
