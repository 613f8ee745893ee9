"""LINE's events as what is to be done: each type is handled, or passed over knowingly."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from linebot.v3.webhooks import (
    AccountLinkEvent,
    ActivatedEvent,
    BeaconEvent,
    BotResumedEvent,
    BotSuspendedEvent,
    DeactivatedEvent,
    Event,
    FollowEvent,
    JoinEvent,
    LeaveEvent,
    MemberJoinedEvent,
    MemberLeftEvent,
    MembershipEvent,
    MessageEditedEvent,
    MessageEvent,
    ModuleEvent,
    PnpDeliveryCompletionEvent,
    PostbackEvent,
    TextMessageContent,
    UnfollowEvent,
    UnsendEvent,
    VideoPlayCompleteEvent,
)
from pydantic import BaseModel

from bot.answers.eligibility_utterances import telling
from bot.channels.fields import MOST_CHARACTERS
from bot.channels.line.outgoing import PICKED
from bot.conversation.ids import conversation_id
from bot.privacy.masking import mask
from bot.store.inbox import Arrival

# What says nothing to us: of others, of another bot's turn, or of features that the account doesn't use.
PASSED_OVER = (
    AccountLinkEvent,
    ActivatedEvent,
    BeaconEvent,
    BotResumedEvent,
    BotSuspendedEvent,
    DeactivatedEvent,
    MemberJoinedEvent,
    MembershipEvent,
    MessageEditedEvent,
    ModuleEvent,
    PnpDeliveryCompletionEvent,
    VideoPlayCompleteEvent,
)
# What LINE always tells and we don't look at; an event without it is taken all the same.
UNREAD = {"mode": "active", "deliveryContext": {"isRedelivery": False}}
UNREAD_OF_TEXT = {"quoteToken": ""}
log = logging.getLogger(__name__)
Json = dict[str, Any]


class Task(BaseModel):
    """What an event asks us to do.

    Attributes:
        kind: answer what was said, say that only text can be read or that it was too long, greet who came, forget one
            person's conversation, or all of a group that we left.
        to: the chat to answer in: a person, a group or a room.
        user: the person, where LINE tells.
        reply_token: what the answer may be sent with, once and soon; None where none is due.
        text: what was said, or what the button sends that was pressed.
    """

    kind: Literal["answer", "only_text", "too_long", "greet", "forget", "forget_group"]
    to: str
    user: str | None
    reply_token: str | None = None
    text: str = ""


def arrivals(events: Sequence[Json]) -> Iterator[Arrival]:
    """Yield what the events of a webhook ask us to do, under the events' own ids. Texts are masked."""
    for told in events:
        event = _parsed(told)
        if event is None or event.mode != "active" or event.source is None:
            continue
        for place, task in enumerate(_tasks(event)):
            key = f"{event.webhook_event_id}.{place}" if place else event.webhook_event_id
            body = task.model_dump(exclude_defaults=True)
            yield Arrival(key, _conversation(task), event.timestamp / 1000, body)


def _parsed(told: Json) -> Event | None:
    """Return an event; None for what the SDK doesn't know, which LINE asks to pass over."""
    try:
        if isinstance(told.get("message"), dict):
            told = told | {"message": UNREAD_OF_TEXT | told["message"]}
        return Event.from_dict(UNREAD | told)
    except (ValueError, KeyError, TypeError, AttributeError):
        # Their sentences have the event in them.
        log.warning("an event that isn't known was passed over")
        return None


def _tasks(event: Event) -> Iterator[Task]:
    if handle := HANDLED.get(type(event)):
        yield from handle(event)


def _message(event: MessageEvent) -> Iterator[Task]:
    text = event.message.text if isinstance(event.message, TextMessageContent) else ""
    if not _is_alone(event):
        # In a group people talk with each other.
        if not _mentions(event):
            return
        text = _without_mentions(event)
    if len(text) > MOST_CHARACTERS:
        yield _task("too_long", event)
    elif not text.strip():
        yield _task("only_text", event)
    else:
        yield _task("answer", event, mask(text.replace("\x00", "")))


def _postback(event: PostbackEvent) -> Iterator[Task]:
    data, params = event.postback.data, event.postback.params or {}
    if data.startswith(PICKED):
        data = telling(data.removeprefix(PICKED), params.get("date", ""))
    if data:
        yield _task("answer", event, data)


def _greet(event: FollowEvent | JoinEvent) -> Iterator[Task]:
    yield _task("greet", event)


def _forget(event: UnfollowEvent | UnsendEvent) -> Iterator[Task]:
    # What an unsent message told lives on in all that followed, so all of it goes.
    yield _task("forget", event)


def _forget_group(event: LeaveEvent) -> Iterator[Task]:
    yield _task("forget_group", event)


def _forget_members(event: MemberLeftEvent) -> Iterator[Task]:
    to, _ = _chat(event)
    for member in event.left.members:
        yield Task(kind="forget", to=to, user=member.user_id)


HANDLED: Mapping[type[Any], Callable[[Any], Iterator[Task]]] = {
    MessageEvent: _message,
    PostbackEvent: _postback,
    FollowEvent: _greet,
    JoinEvent: _greet,
    UnfollowEvent: _forget,
    UnsendEvent: _forget,
    LeaveEvent: _forget_group,
    MemberLeftEvent: _forget_members,
}


def _task(kind: Any, event: Event, text: str = "") -> Task:
    to, user = _chat(event)
    return Task(kind=kind, to=to, user=user, reply_token=getattr(event, "reply_token", None), text=text)


def _chat(event: Event) -> tuple[str, str | None]:
    """Return where an event happened, and who did it."""
    source = event.source
    user = getattr(source, "user_id", None)
    to = getattr(source, "group_id", None) or getattr(source, "room_id", None) or user
    return str(to), user


def _conversation(task: Task) -> str:
    """Return the id of a person's conversation with us; in a group each person has one of their own."""
    return conversation_id("line", task.to if task.user in (None, task.to) else f"{task.to}:{task.user}")


def _is_alone(event: Event) -> bool:
    to, user = _chat(event)
    return to == user


def _mentions(event: MessageEvent) -> list[Any]:
    """Return the places where a message mentions us."""
    mention = getattr(event.message, "mention", None)
    return [one for one in (mention.mentionees if mention else []) if getattr(one, "is_self", False)]


def _without_mentions(event: MessageEvent) -> str:
    """Return what was said to us; LINE counts the places in UTF-16 units."""
    units = event.message.text.encode("utf-16-le", "surrogatepass")
    for one in sorted(_mentions(event), key=lambda one: -int(one.index)):
        units = units[: 2 * one.index] + units[2 * (one.index + one.length) :]
    return str(units.decode("utf-16-le", "replace")).strip()
