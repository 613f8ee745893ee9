"""What the assistant says outside answers: greetings, refusals, questions back."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.answers.leaflets import Source
from bot.content import read_yaml
from bot.project import DATA

Outcome = Literal["answered", "offered", "declined", "asked", "decided", "emergency", "handed_off"]


class Text(BaseModel):
    """A response outside the answers.

    `topic` is the id that a reply names, `buttons` the topics or texts it leads to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: Outcome = "answered"
    topic: str | None = None
    buttons: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    text: dict[str, str]


@lru_cache
def texts(path: Path = DATA / "texts" / "dialogue.yml") -> dict[str, Text]:
    """Return every text by the name of its response (`utter_…`)."""
    return {key: Text(**entry) for key, entry in read_yaml(path).items()}


@lru_cache
def titles(path: Path = DATA / "texts" / "titles.yml") -> dict[str, dict[str, str]]:
    """Return the button labels, by language, of what is no topic file: checks and turns of the conversation."""
    return dict(read_yaml(path))
