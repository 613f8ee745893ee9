"""Measurements, each as a ratio against stock Rasa in the same run."""
