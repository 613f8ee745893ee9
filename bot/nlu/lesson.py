"""An example as the model of questions learns from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.content.examples import FAQ, LabelledText, examples, follow_ups


@dataclass(frozen=True)
class Lesson:
    """A text, its language and label (`topic.question`, or another intent), and whether it can stand alone."""

    text: str
    language: str
    label: str
    alone: bool = True


def lessons() -> list[Lesson]:
    """Return what the examples and the follow-ups teach."""
    return [*_taught(examples(), alone=True), *_taught(follow_ups(), alone=False)]


def _taught(entries: Iterable[LabelledText], *, alone: bool) -> Iterator[Lesson]:
    return (Lesson(entry.text, entry.language, entry.intent.removeprefix(f"{FAQ}/"), alone) for entry in entries)
