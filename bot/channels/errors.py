"""One shape for every refusal: a code for programs, a sentence for people."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException


class Problem(BaseModel):
    """What is wrong with a request.

    Attributes:
        code: a name that stays the same, for programs.
        message: a sentence that says what to change.
        field: where in the request, as `message` or `metadata.language`; None for the whole.
    """

    code: str
    message: str
    field: str | None = None


class Refusal(BaseModel):
    """The body of every 4xx and 5xx answer."""

    error: Problem


def _answer(status: int, code: str, message: str, field: str | None = None) -> JSONResponse:
    return JSONResponse(Refusal(error=Problem(code=code, message=message, field=field)).model_dump(), status)


SENTENCES = {
    "json_invalid": "The body is not valid JSON.",
    "missing": "'{field}' is missing.",
    "string_type": "'{field}' must be text.",
    "string_unicode": "'{field}' holds characters that are not valid Unicode (a lone surrogate).",
    "string_too_short": "'{field}' must not be empty.",
    "string_too_long": "'{field}' is too long: at most {max_length} characters.",
    "model_attributes_type": "'{field}' must be a JSON object, sent as application/json.",
    "dict_type": "'{field}' must be a JSON object.",
    "is_instance_of": "'{field}' must be a date as text: YYYY-MM-DD, YYYY-MM or YYYY.",
    "extra_forbidden": "'{field}' is not known here; leave it out.",
}


def _sentence(error: dict[str, Any], field: str | None) -> str:
    template = SENTENCES.get(error["type"])
    if template is None:
        return f"'{field or 'body'}': {error['msg'].removeprefix('Value error, ')}."
    return template.format(field=field or "body", **error.get("ctx", {}))


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = [str(part) for part in first["loc"][1:] if not _is_of_code(part)]
    field = None if first["type"] == "json_invalid" else ".".join(place) or None
    return _answer(422, first["type"], _sentence(first, field), field)


def _is_of_code(part: str | int) -> bool:
    """Tell whether a step of a path is one of a schema's, as `is-instance[PartialDate]`, not one of the request."""
    return isinstance(part, str) and "[" in part


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    answer = _answer(error.status_code, f"http_{error.status_code}", f"{str(error.detail).rstrip('.')}.")
    answer.headers.update(error.headers or {})
    return answer


async def failed(request: Request, error: Exception) -> JSONResponse:
    """Answer a request that failed on our side, without a stack trace."""
    sentence = "Something went wrong on our side. Your message was not lost; please try again."
    answer = _answer(500, "internal", sentence)
    # Uvicorn closes the connection after a failure. The client must know, or its next request meets a closed one.
    answer.headers["Connection"] = "close"
    return answer


def add_error_handlers(app: FastAPI) -> None:
    """Give every error of the application the one shape, and no stack trace to the outside."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, failed)
