"""Madoguchi: the counter that answers."""
