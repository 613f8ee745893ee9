"""The linter: what LINE would refuse is found before it is sent, without asking LINE."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from bot.channels.line.counting import LENGTHS
from bot.channels.line.shapes import FieldShape, Shape, shapes

URI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "uri": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}


class UnsendableError(Exception):
    """LINE would refuse what is to be sent; the message has each place and what is wrong there, and no text."""


def refuse_unsendable(shape: str, value: Any) -> None:
    """Make sure that LINE takes what is to be sent.

    Raises:
        UnsendableError: if it wouldn't.
    """
    if found := list(problems(shape, value)):
        raise UnsendableError("; ".join(found))


def problems(shape: str, value: Any) -> Iterator[str]:
    """Yield what LINE would refuse, each with its place: `messages[0].text: 5001 long, at most 5000`.

    Args:
        shape: what is to be sent, as `limits.yml` names it: `ReplyMessageRequest`.
        value: the same as it is sent, JSON.
    """
    # What a shape and a place of it both forbid is one problem.
    yield from dict.fromkeys(_shape(shape, value, "", ()))


def _shape(name: str, value: Any, place: str, only: tuple[str, ...]) -> Iterator[str]:
    """Yield the problems of an object; one that is a kind of a shape must say so by its `type`."""
    parent, *kind = shapes().kind_of.get(name, (name,))
    shape = shapes().shapes[parent]
    if not isinstance(value, dict):
        yield f"{place or name}: not an object"
    elif not shape.kinds:
        yield from _fields(shape, value, place, shape.fields)
    elif (told := str(value.get("type"))) not in (*(kind or only or shape.kinds),):
        yield f"{_below(place, 'type')}: {'unknown here' if 'type' in value else 'missing'}"
    else:
        special = shapes().shapes[shape.kinds[told]]
        fields = {"type": FieldShape(**{"is": "string"})} | shape.fields | special.fields
        yield from _fields(special, value, place, fields)


def _fields(shape: Shape, value: dict[str, Any], place: str, fields: dict[str, FieldShape]) -> Iterator[str]:
    yield from (f"{_below(place, name)}: unknown field" for name in value.keys() - fields.keys())
    missing = (name for name, field in fields.items() if field.required and name not in value)
    yield from (f"{_below(place, name)}: missing" for name in missing)
    if shape.either and not any(name in value for name in shape.either):
        yield f"{place}: needs one of {', '.join(shape.either)}"
    if shape.bytes and (size := len(json.dumps(value, ensure_ascii=False).encode())) > shape.bytes:
        yield f"{place}: {size} bytes, at most {shape.bytes}"
    for name in value.keys() & fields.keys():
        field = fields[name]
        if field.beside and any(other in value for other in field.beside.fields):
            field = field.narrowed({"most": field.beside.most})
        yield from _field(field, value[name], _below(place, name))


def _field(field: FieldShape, value: Any, place: str) -> Iterator[str]:
    if field.list_ or field.map_:
        yield from _many(field, value, place)
    elif field.is_ in TYPES:
        yield from _simple(field, value, place)
    else:
        yield from _one(field, str(field.is_), value, place)


def _many(field: FieldShape, value: Any, place: str) -> Iterator[str]:
    if not isinstance(value, list if field.list_ else dict):
        yield f"{place}: not a {'list' if field.list_ else 'map'}"
        return
    yield from _within(field, len(value), place, "items")
    for key, item in enumerate(value) if isinstance(value, list) else value.items():
        yield from _one(field, str(field.list_ or field.map_), item, f"{place}[{key}]")


def _one(field: FieldShape, name: str, value: Any, place: str) -> Iterator[str]:
    """Yield the problems of what is of a shape or a simple type, with what holds of it at this place."""
    if name in TYPES:
        yield from _typed(name, value, place)
        return
    yield from _shape(name, value, place, field.only)
    for below, limits in field.with_.items() if isinstance(value, dict) else ():
        if below in value:
            known = shapes().shapes[name].fields[below]
            yield from _field(known.narrowed(limits), value[below], _below(place, below))
        elif limits.get("required"):
            yield f"{_below(place, below)}: missing"


def _simple(field: FieldShape, value: Any, place: str) -> Iterator[str]:
    wrong = list(_typed(str(field.is_), value, place))
    yield from wrong
    if wrong:
        return
    if isinstance(value, str):
        yield from _within(field, LENGTHS[field.counted](value), place, "long")
    elif not isinstance(value, bool):
        yield from _within(field, value, place, "")
    if field.one_of and value not in field.one_of:
        yield f"{place}: none of {', '.join(field.one_of)}"
    if field.matches and not re.fullmatch(shapes().patterns[field.matches], value):
        yield f"{place}: no {field.matches}"


def _typed(name: str, value: Any, place: str) -> Iterator[str]:
    if not TYPES[name](value):
        yield f"{place}: no {name}"
    elif name == "uri" and not URI.fullmatch(value):
        yield f"{place}: no address"


def _within(field: FieldShape, size: float, place: str, unit: str) -> Iterator[str]:
    if field.most is not None and size > field.most:
        yield f"{place}: {size} {unit}".rstrip() + f", at most {field.most}"
    if field.least is not None and size < field.least:
        yield f"{place}: {size} {unit}".rstrip() + f", at least {field.least}"


def _below(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
