"""Rasa's REST channel: the same address, request and replies as stock Rasa, with `custom` filled."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import AfterValidator, BaseModel, Field

from bot.channels.errors import Refusal
from bot.engine import Engine, Message, Reply
from bot.languages import languages

MOST_CHARACTERS = 2000


def _speakable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("must not contain NUL characters")
    if not text.strip():
        raise ValueError("must not be empty")
    return text


def spoken(language: str) -> str:
    """Return the language, if the assistant speaks it.

    Raises:
        ValueError: if it doesn't; the message names those that it speaks.
    """
    if language not in languages():
        raise ValueError(f"unknown language; use one of {', '.join(languages())}")
    return language


Text = Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS), AfterValidator(_speakable)]
Sender = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_speakable)]


class Metadata(BaseModel):
    """What the channel knows besides the message; anything else in it is ignored."""

    language: Annotated[str, AfterValidator(spoken)] | None = Field(None, examples=["ja"])


class Incoming(BaseModel):
    """A message, or the payload of a button."""

    sender: Sender = Field("default", description="the conversation's id; make it unguessable")
    message: Text = Field(examples=["資格確認書は申請しないともらえませんか"])
    metadata: Metadata = Field(default_factory=Metadata)


router = APIRouter(tags=["conversation"])


@router.post(
    "/webhooks/rest/webhook",
    response_model_exclude_none=False,
    responses={413: {"model": Refusal}, 422: {"model": Refusal}},
)
async def webhook(incoming: Incoming, request: Request) -> list[Reply]:
    """Answer a message. `custom` of each reply names topic, outcome, language, date and sources."""
    engine: Engine = request.app.state.engine
    message = Message(incoming.sender, incoming.message, incoming.metadata.language)
    return list(await engine.ask(message))
