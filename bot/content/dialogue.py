"""What the assistant says outside answers: greetings, refusals, questions back. `data/dialogue.yml` has no words."""

from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.content.essentials import essentials
from bot.content.files import read_as
from bot.content.source import Source
from bot.content.texts import read_texts
from bot.project import DATA

Outcome = Literal["answered", "offered", "declined", "asked", "decided", "emergency", "handed_off"]


class Response(BaseModel):
    """A response outside the answers.

    `topic` is the id that a reply names, `buttons` the topics, questions or intents it leads to, `asks` what it asks.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: Outcome = "answered"
    topic: str | None = None
    asks: str | None = None
    buttons: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@lru_cache
def responses() -> dict[str, Response]:
    """Return every response by its name (`utter_…`)."""
    return read_as(dict[str, Response], DATA / "dialogue.yml")


def response_texts(language: str) -> dict[str, str]:
    """Return the words of every response in a language; where it has no answers yet, of the essential ones."""
    return read_texts("dialogue", language) | dict(essentials(language).says)


def titles(language: str) -> dict[str, str]:
    """Return the button labels of what is no topic: checks and turns of the conversation."""
    return read_texts("titles", language) | dict(essentials(language).titles)
