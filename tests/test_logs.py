"""The log tells when, where and in which request, and never what somebody said."""

import io
import logging
import re
import socket
import threading
import time

import httpx
import pytest
import structlog
import uvicorn
from fastapi import FastAPI
from starlette.middleware.errors import ServerErrorMiddleware

from bot.channels.errors import failed
from bot.channels.request_log import RequestLog
from bot.logs import SafeFormatter, start_log

SAID = "山田太郎 1970年9月15日生まれ"
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00 [A-Z]+ \[.+\] \S+")


@pytest.fixture
def log(monkeypatch):
    """Return what is logged from here on, as it would stand in the log."""
    root, written = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers, root.level
    start_log("INFO")
    handler = logging.StreamHandler(written)
    handler.setFormatter(SafeFormatter())
    root.addHandler(handler)
    # Servers of other tests leave their own settings behind.
    for name in ("uvicorn", "uvicorn.error"):
        for setting, value in (("disabled", False), ("propagate", True), ("level", logging.NOTSET)):
            monkeypatch.setattr(logging.getLogger(name), setting, value)
    yield written.getvalue
    root.handlers, root.level = handlers, level
    start_log()


def fail():
    try:
        {}[SAID]
    except KeyError as error:
        raise ValueError(f"can't find {SAID}") from error


def test_an_exception_is_logged_with_its_way_and_without_its_words(log):
    try:
        fail()
    except ValueError:
        logging.getLogger("bot.any").exception("a turn failed")
    first, *way = log().splitlines()
    assert LINE.match(first)
    assert first.endswith("[-] bot.any: a turn failed")
    assert way[0] == "  builtins.ValueError"
    assert way[2].endswith(" fail")
    assert way[3:5] == ["  because of", "  builtins.KeyError"]
    assert SAID not in log()


def test_exceptions_in_a_group_are_told_one_by_one(log):
    logging.getLogger("bot.any").error("x", exc_info=ExceptionGroup(SAID, [KeyError(SAID), OSError(SAID)]))
    assert re.findall(r"^  (\S+)$", log(), re.MULTILINE) == [
        "builtins.ExceptionGroup",
        "builtins.KeyError",
        "builtins.OSError",
    ]


def test_of_other_people_s_lines_only_the_place_is_told(log):
    logging.getLogger("rasa.core.processor").error(f"can't parse {SAID}")
    logging.getLogger("asyncio").error("Task exception was never retrieved: %s", SAID)
    logging.getLogger("rasa.core.processor").warning("less than an error")
    structlog.get_logger("rasa.nlu").error("message.parsing.failed", user_text=SAID)
    structlog.get_logger("rasa.nlu").warning("message.parsing.failed", user_text=SAID)
    assert SAID not in log()
    assert len(log().splitlines()) == 3
    assert f"rasa.core.processor: {__file__}:" in log()


def test_a_failed_thread_tells_no_more(log):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "builtins.ValueError" in log()
    assert SAID not in log()


@pytest.mark.parametrize(("level", "lines"), [("INFO", 2), ("WARNING", 1), ("ERROR", 1)])
def test_the_level_decides_what_is_told(log, level, lines):
    for name in ("bot", "actions", "uvicorn"):
        logging.getLogger(name).setLevel(level)
    logging.getLogger("bot.any").info("told at INFO")
    logging.getLogger("bot.any").error("always told")
    assert len(log().splitlines()) == lines


@pytest.fixture
def address(log):
    """Return the address of a small application that has the request log."""
    app = FastAPI()

    @app.get("/say/{conversation}")
    def say(conversation: str):
        if conversation == "bad":
            fail()

    app.add_middleware(ServerErrorMiddleware, handler=failed)
    app.add_middleware(RequestLog)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, ws="none", log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def test_a_request_is_told_by_its_route_and_id_not_by_its_conversation(log, address):
    response = httpx.get(f"{address}/say/secret-conversation")
    (line,) = [line for line in log().splitlines() if "request_log" in line]
    assert re.search(
        rf"INFO \[{response.headers['X-Request-ID']} GET /say/\{{conversation\}}\] .*: 200 in \d+ ms$", line
    )
    assert "secret" not in log()


def test_an_id_of_the_balancer_s_is_kept_and_any_other_text_is_not(address):
    trace = "0af7651916cd43dd8448eb211c80319c"
    assert httpx.get(f"{address}/say/a", headers={"X-Request-ID": trace}).headers["X-Request-ID"] == trace
    for text in ("123456789012", "Yamada Taro", "a" * 65, "0af7\\nforged"):
        given = httpx.get(f"{address}/say/a", headers={"X-Request-ID": text}).headers["X-Request-ID"]
        assert re.fullmatch("[0-9a-f]{16}", given)


def test_a_failed_request_is_told_with_its_way_and_without_its_words(log, address):
    response = httpx.get(f"{address}/say/bad")
    assert response.status_code == 500
    deadline = time.monotonic() + 60
    while "builtins.KeyError" not in log() and time.monotonic() < deadline:
        time.sleep(0.01)
    failure = next(line for line in log().splitlines() if " ERROR " in line)
    assert response.headers["X-Request-ID"] in failure
    assert "/say/{conversation}" in failure
    assert "builtins.ValueError" in log()
    assert SAID not in log()
