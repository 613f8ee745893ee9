"""A stand-in for LINE's platform: a real HTTP server with the limits of the real one, and its moods."""

import asyncio
import json
import random
import socket
import threading
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.channels.line.linter import problems
from bot.channels.line.signature import HEADER, sign

SECRET, TOKEN = "a-channel-secret", "an-access-token"
BOT = "U" + "0" * 32
REPLY_SECONDS = 60
START_SECONDS = 30


@dataclass
class Moods:
    """How the platform behaves: parts of 1 for each call, and seconds.

    Attributes:
        fails: 500, and nothing is sent.
        forgets: what was sent is sent, but the answer is 500.
        hangs: what was sent is sent, but the answer comes too late.
        refuses_tokens: reply tokens that don't serve though they are new.
        most_a_second: calls, over which it answers 429.
        hang_seconds: how late.
        token_seconds: how long a reply token serves.
    """

    fails: float = 0
    forgets: float = 0
    hangs: float = 0
    refuses_tokens: float = 0
    most_a_second: float = 2000
    hang_seconds: float = 7
    token_seconds: float = REPLY_SECONDS


@dataclass
class Sent:
    """What an account sent to a chat."""

    to: str
    messages: list
    way: str


@dataclass
class Token:
    """A reply token: where it leads, until when, and whether it was used."""

    to: str
    until: float
    used: bool = False


@dataclass
class StandIn:
    """The platform. `sent` has all that reached people, `calls` all that the account asked for."""

    moods: Moods = field(default_factory=Moods)
    languages: dict = field(default_factory=dict)
    sent: list = field(default_factory=list)
    calls: list = field(default_factory=list)
    refused: list = field(default_factory=list)
    loading: list = field(default_factory=list)
    menus: dict = field(default_factory=dict)
    aliases: dict = field(default_factory=dict)
    webhook: str | None = None
    default_menu: str | None = None
    links: dict = field(default_factory=dict)

    def __post_init__(self):
        self._tokens, self._keys, self._seconds = {}, set(), {}
        self._dice = random.Random(7)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    # What the account calls.

    async def reply(self, request):
        body = await request.json()
        token = self._tokens.get(body.get("replyToken"))
        return await self._send(request, "ReplyMessageRequest", body, token=token)

    async def push(self, request):
        body, key = await request.json(), request.headers.get("X-Line-Retry-Key")
        assert key is None or uuid.UUID(key)
        return await self._send(request, "PushMessageRequest", body, key=key)

    async def _send(self, request, shape, body, token=None, key=None):
        if refused := self._refused(request):
            return refused
        if wrong := list(problems(shape, body)):
            self.refused.append(wrong)
            return JSONResponse({"message": "The request body has 1 error(s)", "details": wrong}, 400)
        if self._roll(self.moods.fails):
            return JSONResponse({"message": "Internal Server Error"}, 500)
        if shape == "ReplyMessageRequest":
            bad = token is None or token.used or token.until < time.time() or self._roll(self.moods.refuses_tokens)
            if bad:
                return JSONResponse({"message": "Invalid reply token"}, 400)
            token.used = True
            self.sent.append(Sent(token.to, body["messages"], "reply"))
        else:
            if key in self._keys:
                return JSONResponse({"message": "The retry key is already accepted"}, 409)
            self._keys.add(key)
            self.sent.append(Sent(body["to"], body["messages"], "push"))
        if self._roll(self.moods.forgets):
            return JSONResponse({"message": "Internal Server Error"}, 500)
        if self._roll(self.moods.hangs):
            await asyncio.sleep(self.moods.hang_seconds)
        return JSONResponse({"sentMessages": [{"id": str(n), "quoteToken": "q"} for n in range(len(body["messages"]))]})

    async def profile(self, request):
        if refused := self._refused(request):
            return refused
        user = request.path_params["user"]
        if user not in self.languages:
            return JSONResponse({"message": "Not found"}, 404)
        return JSONResponse({"userId": user, "displayName": "誰か", "language": self.languages[user]})

    async def show_loading(self, request):
        if refused := self._refused(request):
            return refused
        body = await request.json()
        assert list(problems("ShowLoadingAnimationRequest", body)) == []
        self.loading.append(body["chatId"])
        return JSONResponse({}, 202)

    async def info(self, request):
        if refused := self._refused(request):
            return refused
        told = {"userId": BOT, "basicId": "@madoguchi", "displayName": "窓口"}
        return JSONResponse(told | {"chatMode": "bot", "markAsReadMode": "auto"})

    async def set_webhook(self, request):
        if refused := self._refused(request):
            return refused
        self.webhook = (await request.json())["endpoint"]
        return JSONResponse({})

    async def get_webhook(self, request):
        return self._refused(request) or JSONResponse({"endpoint": self.webhook or "", "active": True})

    async def make_menu(self, request):
        if refused := self._refused(request):
            return refused
        body = await request.json()
        if wrong := list(problems("RichMenuRequest", body)):
            self.refused.append(wrong)
            return JSONResponse({"message": "wrong", "details": wrong}, 400)
        key = f"richmenu-{uuid.uuid4().hex}"
        self.menus[key] = {"richMenuId": key, **body, "picture": None}
        return JSONResponse({"richMenuId": key})

    async def put_picture(self, request):
        if refused := self._refused(request):
            return refused
        picture = await request.body()
        assert len(picture) <= 1_000_000 and request.headers["Content-Type"] in ("image/png", "image/jpeg")
        self.menus[request.path_params["menu"]]["picture"] = picture
        return JSONResponse({})

    async def list_menus(self, request):
        told = [{name: value for name, value in menu.items() if name != "picture"} for menu in self.menus.values()]
        return self._refused(request) or JSONResponse({"richmenus": told})

    async def drop_menu(self, request):
        if refused := self._refused(request):
            return refused
        del self.menus[request.path_params["menu"]]
        return JSONResponse({})

    async def make_default(self, request):
        if refused := self._refused(request):
            return refused
        self.default_menu = request.path_params["menu"]
        return JSONResponse({})

    async def link_menu(self, request):
        if refused := self._refused(request):
            return refused
        self.links[request.path_params["user"]] = request.path_params["menu"]
        return JSONResponse({})

    def _refused(self, request):
        self.calls.append(f"{request.method} {request.url.path}")
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return JSONResponse({"message": "Authentication failed"}, 401)
        second = int(time.time())
        self._seconds[second] = self._seconds.get(second, 0) + 1
        if self._seconds[second] > self.moods.most_a_second:
            return JSONResponse({"message": "The API rate limit has been exceeded"}, 429)
        return None

    def _roll(self, part):
        return self._dice.random() < part

    # What people do.

    def event(self, kind, user, *, said_at=None, key=None, source=None, token=True, **more):
        """Return an event as LINE tells it; its reply token serves from now on."""
        source = source or {"type": "user", "userId": user}
        to = source.get("groupId") or source.get("roomId") or user
        told = {
            "type": kind,
            "mode": "active",
            "timestamp": int((said_at or time.time()) * 1000),
            "source": source,
            "webhookEventId": key or f"01{uuid.uuid4().hex[:24].upper()}",
            "deliveryContext": {"isRedelivery": False},
            **more,
        }
        if token:
            told["replyToken"] = uuid.uuid4().hex
            self._tokens[told["replyToken"]] = Token(to, time.time() + self.moods.token_seconds)
        return told

    def text(self, user, words, *, said_at=None, key=None, source=None, **more):
        message = {"type": "text", "id": uuid.uuid4().hex[:18], "quoteToken": "q", "text": words, **more}
        return self.event("message", user, said_at=said_at, key=key, source=source, message=message)

    def said(self, to):
        """Return the texts of what reached a chat, in order."""
        texts = [
            message.get("text") or message.get("altText")
            for sent in self.sent
            if sent.to == to
            for message in sent.messages
        ]
        return texts

    def wait_for(self, reached, seconds=20):
        """Wait until something is so."""
        deadline = time.monotonic() + seconds
        while not reached():
            if time.monotonic() > deadline:
                raise AssertionError(f"not reached within {seconds} s; sent: {self.sent}; refused: {self.refused}")
            time.sleep(0.02)

    @contextmanager
    def running(self):
        routes = [
            Route("/v2/bot/message/reply", self.reply, methods=["POST"]),
            Route("/v2/bot/message/push", self.push, methods=["POST"]),
            Route("/v2/bot/profile/{user}", self.profile),
            Route("/v2/bot/chat/loading/start", self.show_loading, methods=["POST"]),
            Route("/v2/bot/info", self.info),
            Route("/v2/bot/channel/webhook/endpoint", self.set_webhook, methods=["PUT"]),
            Route("/v2/bot/channel/webhook/endpoint", self.get_webhook),
            Route("/v2/bot/richmenu", self.make_menu, methods=["POST"]),
            Route("/v2/bot/richmenu/list", self.list_menus),
            Route("/v2/bot/richmenu/{menu}/content", self.put_picture, methods=["POST"]),
            Route("/v2/bot/richmenu/{menu}", self.drop_menu, methods=["DELETE"]),
            Route("/v2/bot/user/all/richmenu/{menu}", self.make_default, methods=["POST"]),
            Route("/v2/bot/user/{user}/richmenu/{menu}", self.link_menu, methods=["POST"]),
        ]
        config = uvicorn.Config(Starlette(routes=routes), port=self.port, ws="none", log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        self.wait_for(lambda: server.started, START_SECONDS)
        yield self
        server.should_exit = True
        thread.join()


def signed(events, secret=SECRET):
    """Return a webhook's body and headers."""
    body = json.dumps({"destination": BOT, "events": events}, ensure_ascii=False).encode()
    return {"content": body, "headers": {HEADER: sign(body, secret), "Content-Type": "application/json"}}


def again(event):
    """Return an event as it is told again."""
    return event | {"deliveryContext": {"isRedelivery": True}}


def tell(address, *events, secret=SECRET):
    """Send a webhook; return its response."""
    return httpx.post(f"{address}/line/webhook", **signed(list(events), secret))
