"""The assistant in this process: a message in, replies out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice, takewhile
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, UserUttered
from rasa.utils.endpoints import EndpointConfig

from bot.in_process_actions import InProcessActions
from bot.privacy.masking import mask
from bot.rasa_faults import mend
from bot.store.database import tuned
from bot.store.tracker_store import SessionTrackerStore

GENERATOR = "bot.answers.nlg.CatalogGenerator"


@dataclass(frozen=True)
class Message:
    """What a person wrote, or the payload of the button that was pressed.

    Attributes:
        sender: the conversation's id.
        text: the words.
        language: the language that the channel shows, where it knows one.
        id: the message's own id, where the channel has one.
    """

    sender: str
    text: str
    language: str | None = None
    id: str | None = None


class Button(BaseModel):
    """A choice: its label, and what is sent when it is pressed."""

    title: str
    payload: str


class Reply(BaseModel):
    """One message of the assistant; `custom` says what it rests on."""

    recipient_id: str
    text: str
    buttons: list[Button] = []
    custom: dict[str, Any]


class _Replies(OutputChannel):
    """Collects replies whole; Rasa's own collector takes text, buttons and custom apart."""

    def __init__(self) -> None:
        self.sent: list[Reply] = []

    @classmethod
    def name(cls) -> str:
        return "madoguchi"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.sent.append(
            Reply(
                recipient_id=recipient_id,
                text=message.get("text") or "",
                buttons=message.get("buttons") or [],
                custom=message.get("custom") or {},
            )
        )


class Engine:
    """The Rasa agent with its model, answering in this process."""

    def __init__(self, agent: Agent, trackers: TrackerStore) -> None:
        self._agent = agent
        self._trackers = trackers

    @classmethod
    def load(cls, model: Path, database: str | None = None) -> Engine:
        """Load a trained model.

        Args:
            model: the model's archive.
            database: where conversations are kept, an SQLAlchemy URL; in memory without one.

        Raises:
            rasa.exceptions.ModelNotFound: if there is no such model.
        """
        mend()
        trackers = _tracker_store(database)
        agent = Agent.load(
            model,
            generator=EndpointConfig(type=GENERATOR),
            action_endpoint=InProcessActions(),
            tracker_store=trackers,
        )
        return cls(agent, trackers)

    async def ask(self, message: Message) -> Sequence[Reply]:
        """Return the replies to a message, at least one; a conversation's messages are answered one after another.

        Raises:
            RuntimeError: if Rasa failed to reply.
        """
        replies = _Replies()
        metadata = {"language": message.language} if message.language else {}
        await self._agent.handle_message(
            UserMessage(
                mask(message.text),
                replies,
                message.sender,
                input_channel=replies.name(),
                message_id=message.id,
                metadata=metadata,
            )
        )
        if not replies.sent:
            raise RuntimeError("Rasa gave no reply")
        return replies.sent

    async def recall(self, sender: str, message: str) -> Sequence[Reply]:
        """Return the replies that the message of that id got already; none if it was never answered.

        For a channel that was cut off between asking and keeping the replies: asking again would be a second turn.
        """
        tracker = await self._trackers.retrieve_full_tracker(sender)
        since = dropwhile(lambda event: not _is_message(event, message), tracker.events if tracker else ())
        turn = takewhile(lambda event: not isinstance(event, UserUttered), islice(since, 1, None))
        return [_reply(sender, event) for event in turn if isinstance(event, BotUttered)]

    async def forget(self, sender: str) -> None:
        """Delete everything that Rasa keeps of a conversation."""
        async with self._agent.lock_store.lock(sender):
            if isinstance(self._trackers, SQLTrackerStore):
                with self._trackers.session_scope() as session:
                    session.query(SQLTrackerStore.SQLEvent).filter_by(sender_id=sender).delete()
                    session.commit()
            else:
                self._trackers.store.pop(sender, None)


def _is_message(event: Event, message: str) -> bool:
    return isinstance(event, UserUttered) and event.message_id == message


def _reply(sender: str, event: BotUttered) -> Reply:
    return Reply(
        recipient_id=sender,
        text=event.text or "",
        buttons=event.data.get("buttons") or [],
        custom=event.data.get("custom") or {},
    )


def _tracker_store(database: str | None) -> TrackerStore:
    domain = Domain.empty()
    if database is None:
        return InMemoryTrackerStore(domain)
    store = SessionTrackerStore(domain, host=database)
    tuned(store.engine)
    return store
