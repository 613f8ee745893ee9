"""The engine: the Rasa agent in this process, one turn of a conversation at a time."""

from bot.engine.engine import Engine, NoReplyError, Turn
from bot.engine.engine_thread import EngineThread
from bot.engine.message import Button, Message, Reply

__all__ = ["Button", "Engine", "EngineThread", "Message", "NoReplyError", "Reply", "Turn"]
