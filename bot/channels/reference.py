"""The page at `/docs` that describes the interface, from this server alone."""

from pathlib import Path

import fastapi_offline
from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse

from bot.project import ROOT

OURS = ROOT / "bot" / "web" / "docs"
# The package brings the files of Swagger UI; its own page needs scripts within the page, which our policy forbids.
SWAGGER = Path(fastapi_offline.__file__).parent / "static"
FILES = {
    "reference.js": (OURS, "text/javascript"),
    "swagger-ui-bundle.js": (SWAGGER, "text/javascript"),
    "swagger-ui.css": (SWAGGER, "text/css"),
}
# Swagger UI sets styles of its own and draws icons from data.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def page() -> FileResponse:
    """Return the page."""
    return FileResponse(OURS / "index.html", headers={"Content-Security-Policy": POLICY})


@router.get("/docs/{name}")
def file(name: str) -> FileResponse:
    """Return what the page loads."""
    if name not in FILES:
        raise HTTPException(404)
    folder, media_type = FILES[name]
    return FileResponse(folder / name, media_type=media_type)
