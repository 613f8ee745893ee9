"""What couldn't be taken or answered is told, with a sentence that says what to do."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from bot.channels.errors import Problem, Refusal
from bot.conversation.honesty import NotTakenError
from bot.engine import NoReplyError

RETRY_SECONDS = 5


async def _not_taken(request: Request, error: Exception) -> JSONResponse:
    return _answer(503, "not_taken", "Nothing was taken just now. Please send it again in a moment.")


async def _no_reply(request: Request, error: Exception) -> JSONResponse:
    return _answer(500, "no_reply", "The assistant failed to answer. Please send it again, or ask in other words.")


def _answer(status: int, code: str, sentence: str) -> JSONResponse:
    refusal = Refusal(error=Problem(code=code, message=sentence))
    return JSONResponse(refusal.model_dump(), status, headers={"Retry-After": str(RETRY_SECONDS)})


def tell_what_was_not_taken(app: FastAPI) -> None:
    """Answer what the store or the assistant failed at, in the one shape of every error."""
    app.add_exception_handler(NotTakenError, _not_taken)
    app.add_exception_handler(NoReplyError, _no_reply)
