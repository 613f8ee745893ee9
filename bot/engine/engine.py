"""The assistant in this process: a message in, replies out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.engine.dialogue import Dialogue, latest_session
from bot.engine.in_process_actions import InProcessActions
from bot.engine.message import Message, Reply
from bot.engine.rasa_faults import mend
from bot.engine.tracker_store import TurnTrackerStore
from bot.privacy.masking import mask

GENERATOR = "bot.answers.nlg.CatalogGenerator"


class NoReplyError(RuntimeError):
    """Rasa failed to reply; nothing of the turn is kept."""


@dataclass(frozen=True)
class Turn:
    """What a message leads to: the replies, and what is new in the dialogue."""

    replies: tuple[Reply, ...]
    new: Dialogue


class _Replies(OutputChannel):
    """Collects replies whole; Rasa's own collector takes text, buttons and custom apart."""

    def __init__(self) -> None:
        self.sent: list[Reply] = []

    @classmethod
    def name(cls) -> str:
        return "madoguchi"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.sent.append(Reply.model_validate({name: message[name] for name in ("text", "buttons", "custom")}))


class Engine:
    """The Rasa agent with its model, answering in this process. It keeps nothing; `ask` alone remembers, in memory."""

    def __init__(self, processor: MessageProcessor, trackers: TurnTrackerStore) -> None:
        self._processor = processor
        self._trackers = trackers
        self._remembered: dict[str, Dialogue] = {}

    @classmethod
    def load(cls, model: Path) -> Engine:
        """Load a trained model.

        Raises:
            rasa.exceptions.ModelNotFound: if there is no such model.
        """
        mend()
        trackers = TurnTrackerStore(Domain.empty())
        agent = Agent.load(
            model, generator=EndpointConfig(type=GENERATOR), action_endpoint=InProcessActions(), tracker_store=trackers
        )
        processor = agent.processor
        assert processor is not None
        # The agent wraps every store in one that goes on in memory, without a word, where the first fails.
        processor.tracker_store = trackers
        return cls(processor, trackers)

    async def answer(self, message: Message, dialogue: Dialogue, *, paused: bool = False) -> Turn:
        """Take a turn.

        Args:
            message: what was said.
            dialogue: what Rasa knows of the conversation; a conversation's turns are taken one after another.
            paused: whether somebody else is speaking: the message is understood and noted, and not replied to.

        Raises:
            NoReplyError: if there is no reply though the conversation isn't paused.
        """
        replies = _Replies()
        with self._trackers.turn(dialogue) as turn:
            if paused:
                await self._processor.log_message(_for_rasa(message, replies))
            else:
                await self._processor.handle_message(_for_rasa(message, replies))
        if not replies.sent and not paused:
            raise NoReplyError("Rasa gave no reply")
        return Turn(tuple(replies.sent), turn.new)

    async def ask(self, message: Message) -> Sequence[Reply]:
        """Return the replies to a message, in a conversation that only this process knows, and only while it runs.

        Raises:
            NoReplyError: if there is none.
        """
        known = self.remembered(message.sender)
        turn = await self.answer(message, known)
        self._remembered[message.sender] = latest_session([*known, *turn.new])
        return turn.replies

    async def parse(self, message: Message, asked: str | None = None) -> dict[str, Any]:
        """Return what is read in a message, as Rasa gives it; nothing is answered or kept.

        Args:
            message: the message, the first of its conversation.
            asked: the fact that it answers the question for.
        """
        slots = self._processor.domain.slots
        tracker = DialogueStateTracker.from_events(message.sender, [SlotSet(REQUESTED_SLOT, asked)], slots)
        parsed: dict[str, Any] = await self._processor.parse_message(_for_rasa(message, _Replies()), tracker)
        return parsed

    def remembered(self, sender: str) -> Dialogue:
        """Return what is remembered of a conversation that goes on by `ask`."""
        return self._remembered.get(sender, [])


def _for_rasa(message: Message, replies: OutputChannel) -> UserMessage:
    return UserMessage(
        mask(message.text),
        replies,
        message.sender,
        input_channel=replies.name(),
        message_id=message.id,
        metadata={"language": message.language} if message.language else {},
    )
