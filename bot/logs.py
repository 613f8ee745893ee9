"""The log: when, how bad, in which request, and where in the code; never what somebody said."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator, MutableMapping
from contextvars import ContextVar
from datetime import datetime
from types import TracebackType
from typing import Any

import structlog

from bot.clock import TOKYO

# Who writes lines of which we know that no message is in them.
OURS = ("bot", "actions", "uvicorn")
request: ContextVar[str] = ContextVar("request", default="-")


class SafeFormatter(logging.Formatter):
    """Formats a line without what may hold a person's words.

    Of other people's libraries only the place is told that wrote the line, and of an exception its kind and the way it
    took: their sentences are made with values.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line: time in Asia/Tokyo, level, request, what is told, and the way of an exception."""
        time = datetime.fromtimestamp(record.created, TOKYO).isoformat(timespec="milliseconds")
        lines = [f"{time} {record.levelname} [{request.get()}] {_told(record)}"]
        if record.exc_info and record.exc_info[1]:
            lines += way(record.exc_info[1])
        return "\n".join(lines)


def way(error: BaseException) -> Iterator[str]:
    """Yield an exception's kind and the places that it passed, without its words; then those of its causes."""
    yield f"  {type(error).__module__}.{type(error).__qualname__}"
    yield from (f"    {place.filename}:{place.lineno} {place.name}" for place in _places(error.__traceback__))
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from way(inner)
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause:
        yield "  because of"
        yield from way(cause)


def start_log(level: str = "WARNING") -> None:
    """Write the log to standard error, our own lines from a level on, other people's from errors on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(SafeFormatter())
    root = logging.getLogger()
    root.handlers = [*(other for other in root.handlers if not _is_plain(other)), handler]
    root.setLevel(logging.ERROR)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    structlog.configure(
        processors=[_event],
        wrapper_class=ERRORS_ONLY,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    threading.excepthook = _uncaught


ERRORS_ONLY = structlog.make_filtering_bound_logger(logging.ERROR)


def _is_plain(handler: logging.Handler) -> bool:
    return type(handler) is logging.StreamHandler


def _told(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] in OURS:
        return f"{record.name}: {record.getMessage()}".rstrip()
    return f"{record.name}: {record.pathname}:{record.lineno} {record.funcName}"


def _places(trace: TracebackType | None) -> list[traceback.FrameSummary]:
    return traceback.StackSummary.extract(traceback.walk_tb(trace), lookup_lines=False)


def _event(logger: Any, method: str, event: MutableMapping[str, Any]) -> tuple[tuple[str], dict[str, Any]]:
    """Keep of structlog's events the name and the exception."""
    return (str(event["event"]),), {"exc_info": event.get("exc_info")}


def _uncaught(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value:
        logging.getLogger(__name__).error("a thread failed", exc_info=failure.exc_value)
