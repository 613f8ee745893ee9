"""Sources: the register of leaflets, and how a place in one is shown to a reader of a language."""

from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

# Rules and answers name their places in the leaflets alike.
from actions.eligibility.decision import Source as Source
from bot.content.files import read_as
from bot.content.texts import read_texts
from bot.project import DATA


class Leaflet(BaseModel):
    """An entry of the register, `data/leaflets.yml`.

    Attributes:
        date: when the leaflet was published, as exactly as it tells itself.
        url: where it can be read; none where it isn't known to be.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: str
    url: str | None = Field(None, pattern="^https://")


class LeafletName(BaseModel):
    """What a leaflet and its publisher are called in a language: `texts/leaflets.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    publisher: str
    title: str


class Citation(BaseModel):
    """A source as a reply shows it, in the reply's language."""

    leaflet: str
    publisher: str
    title: str
    date: str
    where: str
    url: str | None = Field(None, exclude_if=lambda url: url is None)


@lru_cache
def leaflets() -> dict[str, Leaflet]:
    """Return every registered leaflet by its id."""
    return read_as(dict[str, Leaflet], DATA / "leaflets.yml")


def leaflet_names(language: str) -> dict[str, LeafletName]:
    """Return what the leaflets are called in a language."""
    return read_texts("leaflets", language, LeafletName)


def cite(source: Source, language: str) -> Citation:
    """Return a source as shown to a reader of the language.

    Raises:
        KeyError: if the leaflet is not registered, which `madoguchi check` forbids.
    """
    name, leaflet = leaflet_names(language)[source.leaflet], leaflets()[source.leaflet]
    return Citation(**name.model_dump(), leaflet=source.leaflet, where=source.where, **leaflet.model_dump())
