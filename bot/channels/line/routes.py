"""The address that LINE's platform calls."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Request, Response

from bot.channels.entrance import is_open
from bot.channels.errors import Refusal

if TYPE_CHECKING:
    # Loading the SDK takes seconds; an installation without LINE needn't wait for it.
    from bot.channels.line.account import Account

router = APIRouter(tags=["LINE"], dependencies=[Depends(is_open("line"))])
ADDRESS = "/line/webhook"


@router.post(
    ADDRESS,
    response_class=Response,
    responses={status: {"model": Refusal} for status in (400, 401, 404, 413, 503)},
    openapi_extra={"requestBody": {"content": {"application/json": {}}, "required": True}},
)
async def webhook(request: Request, x_line_signature: Annotated[str | None, Header()] = None) -> Response:
    """Take what LINE tells of the official account. It is answered in the background, by LINE's Messaging API."""
    account: Account | None = getattr(request.app.state, "line", None)
    if account is None:
        raise HTTPException(404, "There is no LINE account here")
    # The very bytes: what was parsed and written again would be another body.
    body = await request.body()
    if not account.knows(body, x_line_signature or ""):
        raise HTTPException(401, "The signature is missing or wrong")
    await account.take(_events(body))
    return Response()


def _events(body: bytes) -> list[dict[str, object]]:
    """Return the events of a webhook; there are none where LINE only verifies the address.

    Raises:
        HTTPException: if it isn't one.
    """
    try:
        events = json.loads(body)["events"]
    except (ValueError, KeyError, TypeError) as error:
        raise HTTPException(400, "The body is no webhook of LINE") from error
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise HTTPException(400, "The events of the webhook are no list of objects")
    return events
