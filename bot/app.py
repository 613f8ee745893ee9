"""The FastAPI application: it loads the model once and serves every channel from this process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from starlette.middleware.errors import ServerErrorMiddleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from bot.channels import eligibility, metrics, page, reference, rest
from bot.channels.body_limit import BodyLimit
from bot.channels.counts import Counts
from bot.channels.entrance import Entrance
from bot.channels.errors import Refusal, add_error_handlers, failed
from bot.channels.limits import Limits
from bot.channels.line import routes as line
from bot.channels.not_taken import tell_what_was_not_taken
from bot.channels.request_log import RequestLog
from bot.channels.security_headers import SecurityHeaders
from bot.channels.web import routes as web
from bot.channels.web import widget_routes
from bot.channels.web.widget_files import WIDGET, read_widget
from bot.checks.project import refuse_broken
from bot.content.language import LANGUAGES
from bot.conversation.conversations import Conversations
from bot.conversation.honesty import NotTakenError
from bot.conversation.open_bells import open_bells
from bot.conversation.opinions import Opinions
from bot.conversation.room import Room
from bot.conversation.upkeep import Upkeep
from bot.engine import Engine, EngineThread
from bot.engine.settled import settled
from bot.engine.warm_up import warm_up
from bot.logs import start_log
from bot.settings import settings
from bot.store.calls import Calls
from bot.store.conversations import ConversationStore
from bot.store.database import open_database
from bot.store.feedback import Feedback
from bot.training import trained_model

log = logging.getLogger(__name__)


def _tell_step(step: str) -> None:
    log.warning("no model of these files yet; training: %s", step)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Open the database and load the model, training it first where it is missing."""
    start_log(settings().log_level)
    refuse_broken()
    database, calls = open_database(settings().database), Calls()
    app.state.engine = EngineThread(Engine.load(trained_model(_tell_step)))
    await warm_up(app.state.engine)
    app.state.opinions = Opinions(Feedback(database), calls)
    app.state.upkeep = Upkeep(database, calls, settings().keep_days)
    forgetting = asyncio.create_task(app.state.upkeep.keep_forgetting())
    async with AsyncExitStack() as channels:
        bells = await channels.enter_async_context(
            open_bells(database, calls, settings().redis_address, settings().workers)
        )
        app.state.conversations = Conversations(
            app.state.engine, ConversationStore(database), calls, bells, app.state.room
        )
        if line_settings := settings().line:
            # Loading LINE's SDK takes seconds; an installation without LINE needn't wait for it.
            from bot.channels.line.account import open_account

            account = open_account(line_settings, app.state.conversations, database, calls)
            app.state.line = await channels.enter_async_context(account)
        channels.enter_context(settled())
        yield
    forgetting.cancel()
    app.state.engine.close()
    del app.state.engine
    calls.close()
    database.dispose()


def create_app(widget: Path = WIDGET, languages: Path = LANGUAGES) -> FastAPI:
    """Return the application, as the settings have it.

    Args:
        widget: the folder of the widget's files.
        languages: the languages' folders, for the words of the widget's interface.
    """
    app = FastAPI(
        title="Madoguchi",
        summary="Guidance on Japan's move from the health-insurance card to the My Number Card",
        version="0.1.0",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        # A redirect would name the host that the client did.
        redirect_slashes=False,
    )
    app.state.widget = read_widget(widget, languages)
    app.state.entrance, app.state.metrics_bearer = _entrance(), settings().metrics_bearer
    app.state.room = Room(settings().places)
    _add_middleware(app)
    add_error_handlers(app)
    tell_what_was_not_taken(app)
    for router in (
        rest.router,
        eligibility.router,
        web.router,
        line.router,
        widget_routes.router,
        page.router,
        reference.router,
        metrics.router,
        health,
    ):
        app.include_router(router)
    return app


def _add_middleware(app: FastAPI) -> None:
    """Add what every request passes; the last added is the first passed."""
    # Starlette handles failures outside all of these, where a browser would see neither headers nor error.
    app.add_middleware(ServerErrorMiddleware, handler=failed)
    # Replies with readings say everything twice. Live events pass as they are.
    app.add_middleware(GZipMiddleware)
    app.add_middleware(BodyLimit)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings().allowed_origins,
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Content-Type", "Last-Event-ID"],
    )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestLog)
    if trusted := settings().trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(trusted))


def _entrance() -> Entrance:
    rates = settings().limit_conversation, settings().limit_address, settings().limit_channel
    limits = Limits(Counts(settings().redis_address), *rates, behind_proxy=bool(settings().trusted_proxies))
    return Entrance(settings().closed, limits)


health = APIRouter(prefix="/health", tags=["health"])


@health.head("/live", include_in_schema=False)
@health.get("/live")
async def live() -> dict[str, str]:
    """Tell that the process runs; on the event loop, as a thread might be waited for."""
    return {"status": "live"}


@health.head("/ready", include_in_schema=False)
@health.get("/ready", responses={503: {"model": Refusal}})
async def ready(request: Request) -> dict[str, str]:
    """Tell whether messages can be taken: the model is loaded and the database can be written. Else 503 says why."""
    if not hasattr(request.app.state, "engine"):
        raise HTTPException(503, "The model is still being loaded.")
    try:
        await request.app.state.upkeep.prove()
    except NotTakenError as error:
        raise HTTPException(503, f"{str(error).capitalize()}.") from error
    return {"status": "ready"}


app = create_app()
