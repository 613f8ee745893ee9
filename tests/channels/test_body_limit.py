"""A body that is too large or too slow is refused, and one that was cut off is no request."""

import asyncio
import json

import pytest

from bot.channels.body_limit import BodyLimit

SCOPE = {"type": "http", "method": "POST", "path": "/", "headers": []}


def send_body(parts, pause=0.0, **limits):
    """Return the status and the bodies that reached the application, after a body in parts."""
    reached, sent, waiting = [], [], list(parts)

    async def application(scope, receive, send):
        reached.append((await receive())["body"])
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive():
        await asyncio.sleep(pause)
        return waiting.pop(0)

    async def send(message):
        sent.append(message)

    asyncio.run(BodyLimit(application, **limits)(SCOPE, receive, send))
    starts = [message for message in sent if message["type"] == "http.response.start"]
    bodies = b"".join(message.get("body", b"") for message in sent)
    code = json.loads(bodies)["error"]["code"] if bodies else None
    return (starts[0]["status"] if starts else None), code, reached


def part(body, more):
    return {"type": "http.request", "body": body, "more_body": more}


def test_a_body_in_parts_arrives_whole():
    assert send_body([part(b"ab", True), part(b"cd", False)]) == (200, None, [b"abcd"])


@pytest.mark.parametrize("parts", [[part(b"abcde", False)], [part(b"abc", True), part(b"de", True)]])
def test_a_body_over_the_limit_is_refused(parts):
    assert send_body(parts, most_bytes=4) == (413, "too_large", [])


def test_a_body_that_takes_too_long_is_refused():
    assert send_body([part(b"a", True)] * 50, pause=0.05, most_seconds=0.2) == (408, "too_slow", [])


def test_a_body_that_was_cut_off_reaches_nobody():
    assert send_body([part(b'{"message":', True), {"type": "http.disconnect"}]) == (None, None, [])
