"""The page at `/`."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from bot.project import ROOT

router = APIRouter()


@router.get("/", include_in_schema=False)
def page() -> FileResponse:
    """Return the page that talks to the REST channel."""
    return FileResponse(ROOT / "bot" / "web" / "index.html")
