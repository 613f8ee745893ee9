"""The addresses of the web chat."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Header, HTTPException, Path, Query, Request, Response
from pydantic import AfterValidator, BaseModel, Field
from sse_starlette import EventSourceResponse

from bot.channels.entrance import count_message, has_room, is_open, limited
from bot.channels.errors import Refusal
from bot.channels.fields import Id, Language, Text
from bot.channels.web.config import ChatConfig, chat_config
from bot.channels.web.event import Event, shown
from bot.channels.web.stream import live
from bot.conversation.conversations import Conversations
from bot.conversation.ids import conversation_id
from bot.conversation.opinions import Opinions
from bot.engine import Message
from bot.store.feedback import NoSuchReplyError

Conversation = Annotated[
    Id,
    Path(pattern=r"^[A-Za-z0-9_-]{32,64}$", description="made by the client, unguessable"),
    AfterValidator(partial(conversation_id, "web")),
]
Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
After = Annotated[Number, Query(description="the number of the last event that is known")]


class Said(BaseModel):
    """A message, or the payload of a button with what the person saw on it."""

    id: UUID = Field(description="the message's id, made by the client; the same id has no second effect")
    message: Text = Field(examples=["資格確認書は申請しないともらえませんか"])
    shown: Text | None = Field(None, description="what people see as said, where it isn't the message")
    language: Language | None = Field(None, examples=["ja"])


class Events(BaseModel):
    """Events in order. `cleared`: the conversation was deleted since, so what was shown before is gone."""

    events: list[Event]
    cleared: bool = False


class Opinion(BaseModel):
    """What a person thought of a reply."""

    event: Number = Field(description="the reply's number")
    helpful: bool
    reason: Literal["unclear", "wrong", "not_my_question", "too_long", "other"] | None = None


def _conversations(request: Request) -> Conversations:
    conversations: Conversations = request.app.state.conversations
    return conversations


def _opinions(request: Request) -> Opinions:
    opinions: Opinions = request.app.state.opinions
    return opinions


def _not_kept(response: Response) -> None:
    response.headers["Cache-Control"] = "no-store"


Chat = Annotated[Conversations, Depends(_conversations)]
router = APIRouter(
    prefix="/api/chat",
    tags=["web chat"],
    dependencies=[Depends(_not_kept), Depends(is_open("web"))],
    responses={422: {"model": Refusal}},
)


@router.get("/config")
def config() -> ChatConfig:
    """Return what the widget must know before the first message."""
    return chat_config()


@router.post(
    "/{conversation}/messages",
    dependencies=[Depends(limited("web")), Depends(has_room("web"))],
    responses={status: {"model": Refusal} for status in (413, 429, 503)},
)
async def messages(conversation: Conversation, said: Said, chat: Chat, request: Request) -> Events:
    """Answer a message, once; return it with its replies."""
    message = Message(conversation, said.message, said.language, str(said.id))
    await count_message(request, conversation)
    exchange = await chat.say(message, said.shown)
    return Events(events=[shown(event) for event in exchange])


@router.get("/{conversation}/history")
async def history(conversation: Conversation, chat: Chat, after: After = 0) -> Events:
    """Return what was said after an event."""
    page = await chat.read(conversation, after)
    return Events(events=[shown(event) for event in page.events], cleared=page.cleared is not None)


@router.get("/{conversation}/events", response_class=EventSourceResponse)
async def events(
    conversation: Conversation, chat: Chat, after: After = 0, last_event_id: Annotated[Number | None, Header()] = None
) -> EventSourceResponse:
    """Follow a conversation as Server-Sent Events: `message`, `typing` and `cleared`."""
    return live(chat, conversation, after if last_event_id is None else last_event_id)


@router.delete("/{conversation}", status_code=204, response_class=Response)
async def clear(conversation: Conversation, chat: Chat) -> None:
    """Delete a conversation, with everything that is kept of it."""
    await chat.forget(conversation)


@router.post("/{conversation}/feedback", status_code=204, response_class=Response, responses={404: {"model": Refusal}})
async def give_feedback(
    conversation: Conversation, opinion: Opinion, opinions: Annotated[Opinions, Depends(_opinions)]
) -> None:
    """Keep what a person thought of a reply, in place of what they thought before."""
    try:
        await opinions.give(conversation, opinion.event, opinion.helpful, opinion.reason)
    except NoSuchReplyError as error:
        raise HTTPException(404, f"There is no reply {opinion.event} in this conversation.") from error
