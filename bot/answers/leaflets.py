"""The register of sources: what a leaflet is called, who published it and when."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.content import read_yaml
from bot.project import DATA


class Leaflet(BaseModel):
    """A leaflet that answers rest on; publisher and title by language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    publisher: dict[str, str]
    title: dict[str, str]
    date: str
    dated_by: str
    audience: Literal["patient", "staff"]


class Source(BaseModel):
    """A place in a leaflet: the leaflet's id and a page or heading in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    leaflet: str
    where: str


class Citation(BaseModel):
    """A source as a reply shows it, in the reply's language."""

    leaflet: str
    publisher: str
    title: str
    date: str
    where: str


@lru_cache
def leaflets(path: Path = DATA / "leaflets.yml") -> dict[str, Leaflet]:
    """Return every registered leaflet by its id."""
    return {key: Leaflet(**entry) for key, entry in read_yaml(path).items()}


def cite(source: Source, language: str) -> Citation:
    """Return a source as shown to a reader of the language.

    Raises:
        KeyError: if the leaflet is not registered.
    """
    leaflet = leaflets()[source.leaflet]
    return Citation(
        leaflet=source.leaflet,
        publisher=leaflet.publisher[language],
        title=leaflet.title[language],
        date=leaflet.date,
        where=source.where,
    )
