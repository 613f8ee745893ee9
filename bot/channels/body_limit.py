"""Refuse bodies that are too large or too slow before they are read, and drop those that were cut off."""

import asyncio

from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.errors import Problem, Refusal

MOST_BYTES = 256 * 1024
MOST_SECONDS = 20.0


class BodyLimit:
    """ASGI middleware: a request body over the limit gets 413, one that takes too long 408, however it is sent.

    A body that was cut off is no request: it gets no answer, for nobody is there.
    """

    def __init__(self, app: ASGIApp, most_bytes: int = MOST_BYTES, most_seconds: float = MOST_SECONDS) -> None:
        self._app = app
        self._most = most_bytes
        self._seconds = most_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its whole body, or refuse it."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        try:
            async with asyncio.timeout(self._seconds):
                body = await self._read(receive)
        except TimeoutError:
            return await _refuse("too_slow", "The request took too long to arrive.", 408)(scope, receive, send)
        except ClientDisconnect:
            return None
        if body is None:
            sentence = f"The request is too large: at most {self._most // 1024} kB."
            return await _refuse("too_large", sentence, 413)(scope, receive, send)
        return await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        body, more = bytearray(), True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self._most:
                return None
        return bytes(body)


def _refuse(code: str, sentence: str, status: int) -> JSONResponse:
    refusal = Refusal(error=Problem(code=code, message=sentence))
    # The rest of the body is still on its way, so that nothing more can be asked on this connection.
    return JSONResponse(refusal.model_dump(), status, headers={"Connection": "close"})


def _replay(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay
