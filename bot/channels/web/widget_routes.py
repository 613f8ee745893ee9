"""The addresses of the widget's files: one that sites embed, and those that it loads, which never change."""

from __future__ import annotations

from pathlib import PurePosixPath

from fastapi import APIRouter, HTTPException, Request, Response

from bot.channels.web.widget_files import WidgetFile, WidgetFiles

# Python's own table differs between systems, and browsers refuse a script of the wrong type.
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
FROM_ANYWHERE = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
SHORT = {"Cache-Control": "max-age=60"}
FOREVER = {"Cache-Control": "max-age=31536000, immutable"}

COMPRESSED = {"Content-Encoding": "gzip"}
VARY = {"Vary": "Accept-Encoding"}

READ = ["GET", "HEAD"]

router = APIRouter(include_in_schema=False)


def _widget(request: Request) -> WidgetFiles:
    widget: WidgetFiles = request.app.state.widget
    return widget


@router.api_route("/widget.js", methods=READ)
def loader(request: Request) -> Response:
    """Return the one file that a site embeds."""
    widget = _widget(request)
    if widget.loader is None:
        raise HTTPException(404)
    headers = SHORT | {"ETag": f'"{widget.hash}"'}
    if headers["ETag"] in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=FROM_ANYWHERE | VARY | headers)
    return _travelling(widget.loader, "widget.js", request, headers)


@router.api_route("/widget/{digest}/{name:path}", methods=READ)
def file(digest: str, name: str, request: Request) -> Response:
    """Return a file of the widget; other versions than the one served are not found."""
    widget = _widget(request)
    found = widget.files.get(name) if digest == widget.hash else None
    if found is None:
        raise HTTPException(404)
    return _travelling(found, name, request, FOREVER)


def _travelling(found: WidgetFile, name: str, request: Request, headers: dict[str, str]) -> Response:
    """Return a file, compressed for who can read that."""
    can_read = "gzip" in request.headers.get("Accept-Encoding", "")
    return Response(
        found.compressed if can_read else found.plain,
        media_type=TYPES.get(PurePosixPath(name).suffix, "application/octet-stream"),
        headers=FROM_ANYWHERE | VARY | headers | (COMPRESSED if can_read else {}),
    )
