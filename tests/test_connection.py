"""Connections that keep silent, dribble or never end their header are closed; others are served."""

import socket
import threading
import time
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from fastapi import FastAPI, Request

from bot.channels.body_limit import BodyLimit
from bot.connection import LONGEST_HEADER, Connection

REQUEST = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


class Hasty(Connection):
    header_seconds = 0.6


@contextmanager
def serving():
    """Serve what echoes, in a thread; it has ended when this is left."""
    app = FastAPI()

    @app.api_route("/", methods=["GET", "POST"])
    async def echo(request: Request):
        return (await request.body()).decode()

    app.add_middleware(BodyLimit, most_seconds=0.6)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(
        app,
        port=port,
        ws="none",
        http=Hasty,
        h11_max_incomplete_event_size=LONGEST_HEADER,
        server_header=False,
        log_level="critical",
        timeout_keep_alive=30,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server, port
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def port():
    with serving() as (_, port):
        yield port


def closed_after(connection):
    """Return how long it took until the server closed, and what it said."""
    start, said = time.monotonic(), b""
    connection.settimeout(5)
    try:
        while received := connection.recv(65536):
            said += received
    except ConnectionError:
        pass
    return time.monotonic() - start, said


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: a\r\nX: "])
def test_a_connection_that_keeps_silent_is_closed(port, sent):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(sent)
        seconds, said = closed_after(connection)
    assert seconds < 2
    assert said == b""


def test_one_that_dribbles_its_header_is_closed(port):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        start = time.monotonic()
        with pytest.raises(ConnectionError):
            while time.monotonic() - start < 5:
                connection.sendall(b"X" if time.monotonic() - start > 0.1 else b"GET / HTTP/1.1\r\nX")
                time.sleep(0.05)
    assert time.monotonic() - start < 3


def test_silence_after_an_answer_is_closed_too_even_in_mid_header(port):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(REQUEST + REQUEST[:12])
        seconds, said = closed_after(connection)
    assert said.startswith(b"HTTP/1.1 200")
    assert seconds < 2


def test_a_body_that_stalls_is_refused_and_closed(port):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc")
        seconds, said = closed_after(connection)
    assert said.startswith(b"HTTP/1.1 408")
    assert seconds < 3


def test_a_header_without_end_is_refused(port):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        try:
            connection.sendall(b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * (LONGEST_HEADER * 20))
        except ConnectionError:
            return
        assert closed_after(connection)[1][:12] in (b"HTTP/1.1 400", b"")


def test_others_are_served_over_one_connection_and_not_told_by_whom(port):
    with httpx.Client() as client:
        for text in ("a" * 200_000, "b"):
            response = client.post(f"http://127.0.0.1:{port}/", content=text)
            assert response.json() == text
            time.sleep(0.3)
    assert "server" not in response.headers


@pytest.mark.parametrize("asked_before", [False, True])
def test_what_is_on_its_way_when_the_server_ends_is_answered(asked_before):
    with serving() as (server, port), socket.create_connection(("127.0.0.1", port)) as connection:
        if asked_before:
            connection.sendall(REQUEST)
            assert b"200 OK" in connection.recv(65536)
        time.sleep(0.1)
        server.should_exit = True
        time.sleep(0.3)
        connection.sendall(REQUEST)
        seconds, said = closed_after(connection)
    assert seconds < 2 and b"200 OK" in said


def test_a_silent_connection_holds_no_server_up():
    with serving() as (server, port), socket.create_connection(("127.0.0.1", port)) as connection:
        time.sleep(0.1)
        server.should_exit = True
        seconds, said = closed_after(connection)
    assert seconds < 2 and said == b""
