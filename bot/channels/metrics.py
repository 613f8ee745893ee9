"""The address where Prometheus reads what is counted; it is there for who bears the token, and for nobody else."""

from __future__ import annotations

import hmac
import os
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header, HTTPException, Request
from fastapi.responses import Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

from bot.counted_together import FOLDER

BEARER = "Bearer "
router = APIRouter(include_in_schema=False)


@router.get("/metrics")
def metrics(request: Request, authorization: Annotated[str, Header()] = "") -> Response:
    """Return what the processes of this machine have counted, in Prometheus's text form."""
    bearer: str = request.app.state.metrics_bearer
    given = authorization.removeprefix(BEARER).encode("utf-8", "replace")
    # As any address that isn't there: who has no token learns nothing.
    if not bearer or not hmac.compare_digest(given, bearer.encode()):
        raise HTTPException(404)
    return Response(generate_latest(_registry()), media_type=CONTENT_TYPE_LATEST)


def _registry() -> CollectorRegistry:
    folder = os.environ.get(FOLDER)
    if not folder:
        return REGISTRY
    registry = CollectorRegistry()
    _leave_out_the_dead(Path(folder))
    MultiProcessCollector(registry, folder)
    return registry


def _leave_out_the_dead(folder: Path) -> None:
    """Forget what processes that were killed held: nothing waits in them any more. What they counted stays."""
    for path in folder.glob("gauge_live*_*.db"):
        process = int(path.stem.rpartition("_")[2])
        if not Path(f"/proc/{process}").exists():
            mark_process_dead(process, str(folder))
