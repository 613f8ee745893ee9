"""The page at `/`: the widget on a plausible insurer's page, and the line that embeds it."""

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse

from bot.project import ROOT

FOLDER = ROOT / "bot" / "web" / "demo"
FILES = {"demo.js": "text/javascript", "demo.css": "text/css"}
# As strict as a site can be: the widget needs no more than its own address.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    ]
)

READ = ["GET", "HEAD"]

router = APIRouter(include_in_schema=False)


@router.api_route("/", methods=READ)
def page() -> FileResponse:
    """Return the page."""
    return FileResponse(FOLDER / "index.html", headers={"Content-Security-Policy": POLICY})


@router.api_route("/demo/{name}", methods=READ)
def file(name: str) -> FileResponse:
    """Return what the page loads besides the widget."""
    if name not in FILES:
        raise HTTPException(404)
    return FileResponse(FOLDER / name, media_type=FILES[name])
