"""Buttons: what a choice is called, and what is sent when it is pressed."""

from __future__ import annotations

from bot.content.answers import answers
from bot.content.dialogue import titles
from bot.content.topic import GENERAL, is_question, topics

Button = dict[str, str]
MORE = "more"


def payload_of(name: str) -> str:
    """Return what a button sends: `/faq/<name>` for a topic or question, `/<intent>` for all else."""
    return f"/faq/{name}" if name in topics() or is_question(name) else f"/{name}"


def title_of(name: str, language: str) -> str:
    """Return what a topic, a question or an intent is called on a button; a general question as its topic is."""
    topic, _, question = name.partition(".")
    if topic not in topics():
        return titles(language)[name]
    entry = answers(language)[topic]
    return entry.questions[question].title if question not in ("", GENERAL) else entry.title


def button(name: str, language: str) -> Button:
    """Return the button that asks a question, opens a topic or starts something else."""
    return {"title": title_of(name, language), "payload": payload_of(name)}


def more_button(topic: str, language: str) -> Button:
    """Return the button that opens a topic's whole."""
    return {"title": titles(language)[MORE], "payload": payload_of(topic)}
