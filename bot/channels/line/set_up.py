"""Setting an account up: what LINE lets a program do is done, what it doesn't is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from linebot.v3.messaging import (
    ApiException,
    AsyncApiClient,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    Configuration,
    SetWebhookEndpointRequest,
)

from bot.channels.line.linter import refuse_unsendable
from bot.channels.line.menu import NoFontError, menu, picture
from bot.channels.line.platform import ADDRESS, menu_name
from bot.channels.line.routes import ADDRESS as WEBHOOK
from bot.content.language import default_language, languages
from bot.settings import LineSettings

PNG = {"Content-Type": "image/png"}
REMAINING = (
    "Now, in LINE's consoles:",
    "- LINE Developers, your channel, Messaging API: switch on 'Use webhook' and 'Webhook redelivery', press 'Verify'.",
    "- There too, for groups: switch on 'Allow bot to join group chats'; the assistant answers where it is mentioned.",
    "- LINE Official Account Manager, Response settings: switch on 'Webhooks', switch off 'Chat', 'Greeting message' "
    "and 'Auto-response messages'; the assistant greets by itself.",
)


class SetUpError(Exception):
    """The account can't be set up; the message says why."""


async def set_up(line: LineSettings, site: str) -> AsyncIterator[str]:
    """Set the account up anew, yielding a sentence on each step and then what is left to do by hand.

    Args:
        line: the account.
        site: where this assistant is served to the world, `https://…`.

    Raises:
        SetUpError: if LINE refuses something; the message says what.
    """
    # LINE keeps pictures at another address, which the SDK knows.
    host = None if line.address == ADDRESS else line.address
    async with AsyncApiClient(Configuration(access_token=line.access_token, host=host)) as client:
        api = AsyncMessagingApi(client)
        try:
            account = await api.get_bot_info()
            yield f"The access token is that of {account.display_name} ({account.basic_id})."
            await api.set_webhook_endpoint(SetWebhookEndpointRequest(endpoint=site.rstrip("/") + WEBHOOK))
            yield f"LINE will call {site.rstrip('/')}{WEBHOOK}."
            async for step in _set_up_menus(api, AsyncMessagingApiBlob(client)):
                yield step
        except ApiException as error:
            raise SetUpError(_why(error)) from None
    for step in REMAINING:
        yield step


async def _set_up_menus(api: Any, pictures: Any) -> AsyncIterator[str]:
    """Make the menus anew, and drop those of before when the new ones are there."""
    before = [known for known in (await api.get_rich_menu_list()).richmenus if known.name.startswith(menu_name(""))]
    for language in languages():
        try:
            drawn = picture(language)
        except NoFontError as error:
            yield f"No menu in {language}: {error}."
            continue
        request = menu(language)
        refuse_unsendable("RichMenuRequest", request.to_dict())
        made = (await api.create_rich_menu(request)).rich_menu_id
        await pictures.set_rich_menu_image(made, body=drawn, _headers=PNG)
        if language == default_language():
            await api.set_default_rich_menu(made)
        yield f"The menu in {language} is there."
    for old in before:
        await api.delete_rich_menu(old.rich_menu_id)


def _why(error: ApiException) -> str:
    if error.status == 401:
        return "LINE refuses the access token (LINE_CHANNEL_ACCESS_TOKEN). Issue a long-lived one in the LINE console."
    return f"LINE answers {error.status} ({error.reason})."
