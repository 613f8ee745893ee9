"""Rasa's REST channel: the same address, request and replies as stock Rasa, with `custom` filled."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import AfterValidator, BaseModel, Field

from bot.channels.errors import Refusal
from bot.channels.fields import Id, Language, Text, speakable
from bot.engine import Engine, Message, Reply

Sender = Annotated[Id, Field(min_length=1, max_length=200), AfterValidator(speakable)]


class Metadata(BaseModel):
    """What the channel knows besides the message; anything else in it is ignored."""

    language: Language | None = Field(None, examples=["ja"])


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
    text = request.app.state.recent.mask(incoming.sender, incoming.message)
    message = Message(incoming.sender, text, incoming.metadata.language)
    return list(await engine.ask(message))
