"""The assistant in this process: a message in, replies out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig

from bot.in_process_actions import InProcessActions
from bot.privacy.my_number import mask
from bot.rasa_faults import mend
from bot.store.tracker_store import SessionTrackerStore

GENERATOR = "bot.answers.nlg.CatalogGenerator"


@dataclass(frozen=True)
class Message:
    """What a person wrote, or the payload of the button that was pressed.

    Attributes:
        sender: the conversation's id.
        text: the words.
        language: the language that the channel shows, where it knows one.
    """

    sender: str
    text: str
    language: str | None = None


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

    def __init__(self, agent: Agent) -> None:
        self._agent = agent

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
        return cls(
            Agent.load(
                model,
                generator=EndpointConfig(type=GENERATOR),
                action_endpoint=InProcessActions(),
                tracker_store=_tracker_store(database),
            )
        )

    async def ask(self, message: Message) -> Sequence[Reply]:
        """Return the replies to a message, at least one; a conversation's messages are answered one after another.

        Raises:
            RuntimeError: if Rasa failed to reply.
        """
        replies = _Replies()
        metadata = {"language": message.language} if message.language else {}
        await self._agent.handle_message(
            UserMessage(mask(message.text), replies, message.sender, input_channel=replies.name(), metadata=metadata)
        )
        if not replies.sent:
            raise RuntimeError("Rasa gave no reply")
        return replies.sent


def _tracker_store(database: str | None) -> TrackerStore:
    domain = Domain.empty()
    return SessionTrackerStore(domain, host=database) if database else InMemoryTrackerStore(domain)
