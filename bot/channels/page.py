"""The page at `/`: the widget on a plausible insurer's page, what it can do, and the line that embeds it."""

from functools import lru_cache

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse, PlainTextResponse, Response

from bot.channels.web.bundle import bundle
from bot.content.language import known_languages, languages
from bot.project import ROOT

FOLDER = ROOT / "bot" / "web" / "demo"
DOCUMENTS = ROOT / "docs"
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


@router.api_route("/demo/demo.css", methods=READ)
def style() -> FileResponse:
    """Return how the page looks."""
    return FileResponse(FOLDER / "demo.css", media_type="text/css")


@router.api_route("/demo/demo.js", methods=READ)
def script() -> Response:
    """Return what the page does."""
    return Response(_script(), media_type="text/javascript")


@router.api_route("/demo/languages.json", methods=READ)
def every_language() -> list[dict[str, str | bool]]:
    """Return every language of the interface, and whether the assistant answers in it."""
    return [{"id": key, "name": entry.name, "answers": key in languages()} for key, entry in known_languages().items()]


@router.api_route("/documents/{name}.md", methods=READ)
def document(name: str) -> PlainTextResponse:
    """Return a document of the project as it is written."""
    found = {path.stem: path for path in DOCUMENTS.glob("*.md")}.get(name)
    if found is None:
        raise HTTPException(404)
    return PlainTextResponse(found.read_text(encoding="utf-8"))


@lru_cache
def _script() -> str:
    return bundle(FOLDER / "demo.js")
