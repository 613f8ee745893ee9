"""Rasa's REST channel: the same address, request and replies as stock Rasa, with `custom` filled."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import AfterValidator, BaseModel, Field

from bot.channels.entrance import count_message, has_room, is_open, limited
from bot.channels.errors import Refusal
from bot.channels.fields import Id, Language, Text, speakable
from bot.channels.ruby import with_ruby
from bot.conversation.conversations import Conversations
from bot.conversation.ids import conversation_id
from bot.engine import Message, Reply

Sender = Annotated[
    Id,
    Field(min_length=1, max_length=200, description="the conversation's id; make it unguessable"),
    AfterValidator(speakable),
]
MessageId = Annotated[
    Id,
    Field(min_length=1, max_length=64, description="the same id has no second effect, and gets the same replies"),
    AfterValidator(speakable),
]


class Metadata(BaseModel):
    """What the channel knows besides the message; anything else in it is ignored."""

    language: Language | None = Field(None, examples=["ja"])


class Incoming(BaseModel):
    """A message, or the payload of a button."""

    sender: Sender
    message: Text = Field(examples=["資格確認書は申請しないともらえませんか"])
    message_id: MessageId | None = None
    metadata: Metadata = Field(default_factory=Metadata)


class Outgoing(Reply):
    """A reply, and whom it is for."""

    recipient_id: str


router = APIRouter(
    tags=["conversation"],
    dependencies=[Depends(is_open("rest"))],
    responses={422: {"model": Refusal}, 503: {"model": Refusal}},
)
ADDRESS = "/webhooks/rest/webhook"


@router.post(
    ADDRESS,
    dependencies=[Depends(limited("rest")), Depends(has_room("rest"))],
    response_model=list[Outgoing],
    responses={413: {"model": Refusal}, 429: {"model": Refusal}},
)
async def webhook(incoming: Incoming, request: Request) -> JSONResponse:
    """Answer a message. `custom` of each reply names topic, outcome, language, date and sources.

    In Japanese, `custom.ruby` has its texts once more, with the readings of their kanji: ｜漢字《かんじ》. The list is
    empty while an agent is speaking.
    """
    sender = conversation_id("rest", incoming.sender)
    await count_message(request, sender)
    message = Message(sender, incoming.message, incoming.metadata.language, incoming.message_id)
    exchange = await _conversations(request).say(message)
    # As they were stored: a reply that is recalled may be of an earlier version.
    replies: list[dict[str, Any]] = [
        {"recipient_id": incoming.sender, **with_ruby(event.body)} for event in exchange if event.author == "assistant"
    ]
    return JSONResponse(replies)


@router.delete(ADDRESS, status_code=204, response_class=Response)
async def forget(sender: Annotated[Sender, Query()], request: Request) -> None:
    """Delete a conversation, with everything that is kept of it."""
    await _conversations(request).forget(conversation_id("rest", sender))


def _conversations(request: Request) -> Conversations:
    conversations: Conversations = request.app.state.conversations
    return conversations
