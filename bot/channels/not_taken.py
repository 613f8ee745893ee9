"""What couldn't be taken or answered is told, with a sentence that says what to do."""

from __future__ import annotations

import random

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from bot.channels.entrance import ClosedError
from bot.channels.errors import Problem, Refusal
from bot.channels.limits import TooManyError
from bot.conversation.honesty import NotTakenError
from bot.conversation.room import FullError
from bot.engine import NoReplyError

RETRY_SECONDS = 5
# Not everybody at the same moment.
BUSY_SECONDS = (2, 6)
CLOSED_SECONDS = 300


async def _not_taken(request: Request, error: Exception) -> JSONResponse:
    return _answer(503, "not_taken", "Nothing was taken just now. Please send it again in a moment.")


async def _busy(request: Request, error: Exception) -> JSONResponse:
    sentence = "Many people are asking just now. Nothing was taken; please send it again in a few seconds."
    return _answer(503, "busy", sentence, random.randint(*BUSY_SECONDS))


async def _too_many(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, TooManyError)
    sentence = f"Too many requests. Nothing was taken; please send it again in {error.retry_seconds} s."
    return _answer(429, "too_many", sentence, error.retry_seconds)


async def _closed(request: Request, error: Exception) -> JSONResponse:
    return _answer(503, "closed", "The assistant is closed here for now. Nothing was taken.", CLOSED_SECONDS)


async def _no_reply(request: Request, error: Exception) -> JSONResponse:
    return _answer(500, "no_reply", "The assistant failed to answer. Please send it again, or ask in other words.")


def _answer(status: int, code: str, sentence: str, retry_seconds: int = RETRY_SECONDS) -> JSONResponse:
    refusal = Refusal(error=Problem(code=code, message=sentence))
    return JSONResponse(refusal.model_dump(), status, headers={"Retry-After": str(retry_seconds)})


def tell_what_was_not_taken(app: FastAPI) -> None:
    """Answer what the store or the assistant failed at, in the one shape of every error."""
    app.add_exception_handler(NotTakenError, _not_taken)
    app.add_exception_handler(FullError, _busy)
    app.add_exception_handler(TooManyError, _too_many)
    app.add_exception_handler(ClosedError, _closed)
    app.add_exception_handler(NoReplyError, _no_reply)
