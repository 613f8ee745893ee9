"""What the widget must know before the first message."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from bot import clock
from bot.answers.links import link_hosts
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


class Contact(BaseModel):
    """Whom to ask: name and hours by language."""

    name: dict[str, str]
    telephone: str | None
    hours: dict[str, str] | None


class ChatConfig(BaseModel):
    """The installation as the widget sees it."""

    languages: list[SpokenLanguage]
    default_language: str
    contact: Contact
    links: list[str] = Field(description="the hosts that texts may link to")
    today: date


def chat_config() -> ChatConfig:
    """Return the configuration as of now."""
    words = {key: insurer_words(key) for key in languages()}
    return ChatConfig(
        languages=[_spoken(key, entry) for key, entry in languages().items()],
        default_language=default_language(),
        contact=Contact(
            name={key: entry.title or entry.name for key, entry in words.items()},
            telephone=insurer().telephone,
            hours={key: entry.hours for key, entry in words.items() if entry.hours} or None,
        ),
        links=link_hosts(),
        today=clock.today(),
    )


def _spoken(key: str, entry: Language) -> SpokenLanguage:
    locale = entry.locale.replace("_", "-")
    return SpokenLanguage(id=key, name=entry.name, tag=entry.tag, locale=locale, furigana=entry.furigana)
