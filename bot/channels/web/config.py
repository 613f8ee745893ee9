"""What the widget must know before the first message."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from bot import clock
from bot.answers.links import link_hosts
from bot.answers.readings import is_read, with_readings
from bot.content.insurer import insurer, insurer_words
from bot.content.language import Language, default_language, languages


class SpokenLanguage(BaseModel):
    """A language to choose.

    Attributes:
        id: the language's id.
        name: its name in its own words.
        tag: its BCP 47 tag.
        locale: the tag by which it writes dates.
        furigana: whether readings are shown over kanji always, or on wish; None where there are none.
    """

    id: str
    name: str
    tag: str
    locale: str
    furigana: Literal["always", "wish"] | None


class Names(BaseModel):
    """Name and hours by language."""

    name: dict[str, str]
    hours: dict[str, str] | None


class Contact(Names):
    """Whom to ask; `ruby` has the same with readings, ｜漢字《かんじ》, in the languages that have them."""

    telephone: str | None
    ruby: Names


class ChatConfig(BaseModel):
    """The installation as the widget sees it."""

    languages: list[SpokenLanguage]
    default_language: str
    contact: Contact
    links: list[str] = Field(description="the hosts that texts may link to")
    today: date


def chat_config() -> ChatConfig:
    """Return the configuration as of now."""
    return ChatConfig(
        languages=[_spoken(key, entry) for key, entry in languages().items()],
        default_language=default_language(),
        contact=_contact(),
        links=link_hosts(),
        today=clock.today(),
    )


def _contact() -> Contact:
    words = {key: insurer_words(key) for key in languages()}
    name = {key: entry.title or entry.name for key, entry in words.items()}
    hours = {key: entry.hours for key, entry in words.items() if entry.hours}
    ruby = Names(name=_read(name), hours=_read(hours) or None)
    return Contact(name=name, hours=hours or None, telephone=insurer().telephone, ruby=ruby)


def _read(texts: dict[str, str]) -> dict[str, str]:
    """Return those of the texts that have readings, with them."""
    return {key: with_readings(text, key) for key, text in texts.items() if is_read(key)}


def _spoken(key: str, entry: Language) -> SpokenLanguage:
    locale = entry.locale.replace("_", "-")
    return SpokenLanguage(id=key, name=entry.name, tag=entry.tag, locale=locale, furigana=entry.furigana)
