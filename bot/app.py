"""The FastAPI application: it loads the model once and serves every channel from this process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException, Request

from bot.channels import eligibility, page, rest
from bot.channels.body_limit import BodyLimit
from bot.channels.errors import add_error_handlers
from bot.engine import Engine
from bot.settings import settings
from bot.training import trained_model


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Load the model, training it first where it is missing."""
    app.state.engine = Engine.load(trained_model(), settings().database)
    yield
    del app.state.engine


app = FastAPI(
    title="Madoguchi",
    summary="Guidance on Japan's move from the health-insurance card to the My Number Card",
    version="0.1.0",
    lifespan=lifespan,
)
app.add_middleware(BodyLimit)
add_error_handlers(app)
app.include_router(rest.router)
app.include_router(eligibility.router)
app.include_router(page.router)


@app.get("/health/live", tags=["health"])
def live() -> dict[str, str]:
    """Tell that the process runs."""
    return {"status": "live"}


@app.get("/health/ready", tags=["health"])
def ready(request: Request) -> dict[str, str]:
    """Tell whether the model is loaded; 503 until it is."""
    if not hasattr(request.app.state, "engine"):
        raise HTTPException(503, "The model is still being loaded.")
    return {"status": "ready"}
