"""LINE's platform as we call it: what it answers is sent, to be sent by another way, to be tried later, or refused."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import aiohttp
from linebot.v3.messaging import (
    ApiException,
    AsyncApiClient,
    AsyncMessagingApi,
    Configuration,
    PushMessageRequest,
    ReplyMessageRequest,
    ShowLoadingAnimationRequest,
)

from bot.channels.line.linter import refuse_unsendable
from bot.channels.messenger.worker import LaterError

ADDRESS = "https://api.line.me"
CALL_SECONDS = 5
LOADING_SECONDS = 20
# What may be mended without us: the token by the operator, the rate and the failure by waiting.
LATER = {401, 403, 408, 429}
USED_OR_EXPIRED = "invalid reply token"
T = TypeVar("T")


def menu_name(language: str) -> str:
    """Return what a language's menu is called in LINE's list; people don't see it."""
    return f"madoguchi {language}"


class TokenRefusedError(Exception):
    """The reply token was used, is too old, or was never good."""


class RefusedError(Exception):
    """LINE won't take it, however often it is sent. The message has the status."""


class Platform:
    """The Messaging API of one account."""

    def __init__(self, token: str, address: str = ADDRESS) -> None:
        """Create it; must be called where an event loop runs."""
        self._client = AsyncApiClient(Configuration(access_token=token, host=address))
        self._api = AsyncMessagingApi(self._client)
        self._menus: dict[str, str] | None = None

    async def close(self) -> None:
        """Close its connections."""
        await self._client.close()

    async def reply(self, token: str, messages: Sequence[Any]) -> None:
        """Send messages as the reply to an event; its token serves once.

        Raises:
            TokenRefusedError: if the token doesn't serve.
            LaterError: if LINE can't be reached or won't take it now.
            RefusedError: if LINE won't take it at all.
            UnsendableError: if it would refuse the messages.
        """
        request = ReplyMessageRequest(reply_token=token, messages=[*messages])
        refuse_unsendable("ReplyMessageRequest", request.to_dict())
        await _call(self._api.reply_message(request))

    async def push(self, to: str, messages: Sequence[Any], key: str) -> None:
        """Send messages to a chat, once for each key however often it is called.

        Raises:
            LaterError: if LINE can't be reached or won't take it now.
            RefusedError: if LINE won't take it at all.
            UnsendableError: if it would refuse the messages.
        """
        request = PushMessageRequest(to=to, messages=[*messages])
        refuse_unsendable("PushMessageRequest", request.to_dict())
        await _call(self._api.push_message(request, x_line_retry_key=key))

    async def show_loading(self, user: str) -> None:
        """Show a person that an answer is being worked on.

        Raises:
            LaterError: if LINE can't be reached or won't show it now.
            RefusedError: if it won't show it at all.
        """
        request = ShowLoadingAnimationRequest(chat_id=user, loading_seconds=LOADING_SECONDS)
        await _call(self._api.show_loading_animation(request))

    async def language(self, user: str) -> str | None:
        """Return the language that a person uses LINE in, BCP 47; None where LINE doesn't tell.

        Raises:
            LaterError: if LINE can't be reached or won't tell now.
            RefusedError: if it won't tell at all.
        """
        profile = await _call(self._api.get_profile(user))
        return profile.language if profile else None

    async def show_menu(self, user: str, language: str) -> None:
        """Show a person the rich menu in a language, where there is one; others see the account's default.

        Raises:
            LaterError: if LINE can't be reached or won't take it now.
            RefusedError: if it won't take it at all.
        """
        if self._menus is None:
            known = await _call(self._api.get_rich_menu_list())
            self._menus = {menu.name: menu.rich_menu_id for menu in (known.richmenus if known else [])}
        if menu := self._menus.get(menu_name(language)):
            try:
                await _call(self._api.link_rich_menu_id_to_user(user, menu))
            except RefusedError:
                # They may have been made anew.
                self._menus = None
                raise


async def _call(call: Awaitable[T]) -> T | None:
    """Return what LINE answers; None where it had taken the same before."""
    with _told_apart():
        async with asyncio.timeout(CALL_SECONDS):
            try:
                return await call
            except ApiException as error:
                if error.status == 409:
                    return None
                raise


@contextmanager
def _told_apart() -> Iterator[None]:
    """Tell apart the ways in which LINE says no."""
    try:
        yield
    except ApiException as error:
        if error.status == 400 and USED_OR_EXPIRED in str(error.body).lower():
            raise TokenRefusedError from None
        if error.status in LATER or error.status >= 500:
            raise LaterError(f"LINE answers {error.status}") from None
        raise RefusedError(f"LINE answers {error.status}") from None
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise LaterError(f"LINE can't be reached: {type(error).__name__}") from None
