"""Give every request an id, and log how it went."""

from __future__ import annotations

import logging
import re
import secrets
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot import logs

HEADER = "X-Request-ID"
# A UUID or a trace: what a balancer makes, and nothing that a person could write into the log.
ID = re.compile(r"[0-9a-f]{16}(?:[0-9a-f]{16})?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
log = logging.getLogger(__name__)


class RequestLog:
    """ASGI middleware: lines logged during a request tell its id, method and route; at INFO, how it ended.

    The route is told as it is declared, without what stands in its places: who knows a conversation's id can read it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; its id travels in the log and in the response."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        key, start = _id(scope), time.perf_counter()
        # Never reset: the server logs what goes wrong after us in the same task, which is this request's alone.
        logs.request.set(f"{key} {scope['method']}")

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = key
                logs.request.set(f"{key} {scope['method']} {_route(scope)}")
                log.info("%s in %.0f ms", message["status"], (time.perf_counter() - start) * 1000)
            await send(message)

        await self._app(scope, receive, send_with_id)


def _id(scope: Scope) -> str:
    """Return the id that a balancer gave, or one of our own."""
    given = Headers(scope=scope).get(HEADER, "")
    return given if ID.fullmatch(given) else secrets.token_hex(8)


def _route(scope: Scope) -> str:
    return getattr(scope.get("route"), "path", "(no route)")
