"""Doing what an event asks: answer by one reply, greet, forget."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

from bot import clock
from bot.channels.line.incoming import Task
from bot.channels.line.languages import language_of
from bot.channels.line.linter import UnsendableError
from bot.channels.line.outgoing import messages, text_message
from bot.channels.line.platform import Platform, RefusedError, TokenRefusedError
from bot.channels.messenger.legible import legible
from bot.channels.messenger.words import word
from bot.channels.messenger.worker import LaterError, Worker
from bot.content.language import default_language, languages
from bot.conversation.conversations import Conversations
from bot.engine import Message, NoReplyError, Reply
from bot.store.inbox import Work

PUSH = "push"
# How long a reply token serves, by LINE's word.
TOKEN_SECONDS = 60
# A person begins to wonder.
SLOW_SECONDS = 1.0
MOST_KEPT = 10_000
LAST = 2**31 - 1
# Any will do; it makes keys of ours from LINE's ids.
KEYS = uuid.UUID("5ee1b9c7-3f0e-4a3c-9f0d-2d6a1c6f4b52")
log = logging.getLogger(__name__)
Kept = TypeVar("Kept")


class Answering:
    """Does what LINE's events ask, in the conversations of this installation."""

    def __init__(self, platform: Platform, conversations: Conversations) -> None:
        self._platform = platform
        self._conversations = conversations
        # A turn keeps the process busy; more at once would only make webhooks wait.
        self._turn = asyncio.Lock()
        self._languages: OrderedDict[str, str | None] = OrderedDict()
        self._menus: OrderedDict[str, str] = OrderedDict()

    async def do(self, work: Work, worker: Worker) -> None:
        """Do what an event asks.

        Raises:
            LaterError: if it can't be done now.
            NotTakenError: if the store fails.
        """
        task = Task(**work.body)
        if task.kind == "forget":
            await self._conversations.forget(work.conversation)
            for kept in (self._languages, self._menus):
                kept.pop(str(task.user), None)
        elif task.kind == "forget_group":
            for conversation in await self._conversations.beginning_with(work.conversation):
                await self._conversations.forget(conversation)
        else:
            async with self._shown_as_loading(task):
                sent, language = await self._answer(work, task, worker)
                if sent:
                    await self._send(work, task, sent, worker)
            if language:
                await self._show_menu(task, language)

    async def _answer(self, work: Work, task: Task, worker: Worker) -> tuple[Sequence[Any], str | None]:
        """Return the messages that answer, none while an agent is speaking, and the language of the replies in them."""
        language = await self._language(task)
        if task.kind in ("only_text", "too_long"):
            page = await self._conversations.read(work.conversation, LAST)
            return [] if page.state == "agent" else [_own(task.kind, language)], None
        text = task.text if task.kind == "answer" else _greeting(language)
        try:
            async with self._turn:
                await worker.until_quiet()
                exchange = await self._conversations.say(Message(work.conversation, text, language, work.id))
        except NoReplyError:
            log.exception("no reply")
            return [_own("failed", language)], None
        replies = [Reply.model_validate(event.body) for event in exchange if event.author == "assistant"]
        return messages(replies), replies[-1].basis.language if replies else None

    async def _show_menu(self, task: Task, language: str) -> None:
        """Show a person the menu in the language that they are answered in, once; a group has none."""
        if task.user == task.to and self._menus.get(task.user) != language:
            with suppress(LaterError, RefusedError):
                await self._platform.show_menu(task.user, language)
                _keep(self._menus, task.user, language)

    async def _send(self, work: Work, task: Task, sent: Sequence[Any], worker: Worker) -> None:
        try:
            await self._reply_or_push(work, task, sent, worker)
        except UnsendableError as error:
            log.error("LINE would refuse what was to be sent: %s", error)
            await self._reply_or_push(work, task, [_own("failed", await self._language(task))], worker)
        except RefusedError as error:
            log.error("an answer can't be sent: %s", error)

    async def _reply_or_push(self, work: Work, task: Task, sent: Sequence[Any], worker: Worker) -> None:
        """Send an answer once: a reply costs nothing, but only a push can be repeated safely."""
        if task.reply_token and work.route != PUSH:
            try:
                return await self._platform.reply(task.reply_token, sent)
            except TokenRefusedError:
                young = clock.instant() - work.accepted < TOKEN_SECONDS
                if work.tries > 1 and young:
                    # An earlier try used it, and didn't live to hear that the reply arrived.
                    return
            await worker.send_by(work, PUSH)
        await self._platform.push(task.to, sent, str(uuid.uuid5(KEYS, work.id)))

    @asynccontextmanager
    async def _shown_as_loading(self, task: Task) -> AsyncIterator[None]:
        """Show LINE's loading animation where what runs inside is slow; LINE has it in chats with one person only."""
        if task.to != task.user:
            yield
            return
        showing = asyncio.create_task(self._show_loading(task.to))
        try:
            yield
        finally:
            showing.cancel()

    async def _show_loading(self, user: str) -> None:
        await asyncio.sleep(SLOW_SECONDS)
        with suppress(LaterError, RefusedError):
            await self._platform.show_loading(user)

    async def _language(self, task: Task) -> str | None:
        """Return the language of a person's profile; None where it isn't known."""
        if task.user is None:
            return None
        if task.user not in self._languages:
            try:
                _keep(self._languages, task.user, language_of(await self._platform.language(task.user)))
            except (LaterError, RefusedError):
                return None
        return self._languages[task.user]


def _keep(kept: OrderedDict[str, Kept], user: str, value: Kept) -> None:
    """Keep something of a person, in place of what was kept longest where there is much."""
    kept[user] = value
    while len(kept) > MOST_KEPT:
        kept.popitem(last=False)


def _own(name: str, language: str | None) -> Any:
    """Return a message in words of the channel's own."""
    spoken = language or default_language()
    return text_message(legible(word(name, spoken), spoken))


def _greeting(language: str | None) -> str:
    """Return what lets the assistant greet; in a language without answers, say which ones there are."""
    return "/greet" if language is None or language in languages() else "/unspoken_language"
