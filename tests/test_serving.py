"""Starting and stopping: a failure is told at once, and an open connection holds nothing up."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time

import httpx
import pytest

START_SECONDS = 60


def test_a_server_that_can_t_start_is_not_waited_for(serve, tmp_path):
    start = time.monotonic()
    with pytest.raises(RuntimeError, match="stopped while it was starting"):
        serve(f"sqlite:///{tmp_path / 'nowhere' / 'conversations.db'}")
    assert time.monotonic() - start < START_SECONDS


def test_a_stopped_server_comes_back_under_its_address(serve, sqlite):
    served = serve(sqlite)
    served.stop()
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{served.address}/health/live")
    served.start()
    assert httpx.get(f"{served.address}/health/ready").json() == {"status": "ready"}


@pytest.fixture
def process(model, tmp_path):
    """Return `madoguchi serve` in a process of its own, as people start it, with its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"PORT": str(port), "MADOGUCHI_DATABASE": f"sqlite:///{tmp_path / 'conversations.db'}"}
    started = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "serve"], env=environment, stderr=subprocess.PIPE, text=True
    )
    yield started, f"http://127.0.0.1:{port}"
    started.kill()
    started.wait()


def wait_until_ready(process, address):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return httpx.get(f"{address}/health/ready").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail("the server did not start")


def test_a_signal_ends_the_server_in_spite_of_open_connections(process):
    server, address = process
    wait_until_ready(server, address)
    connected, ends = threading.Barrier(4), []

    def listen():
        with httpx.stream("GET", f"{address}/api/chat/{'a' * 32}/events", timeout=START_SECONDS) as response:
            lines = response.iter_lines()
            assert next(lines) == "retry: 2000"
            connected.wait(START_SECONDS)
            list(lines)
        ends.append("ended properly")

    listeners = [threading.Thread(target=listen) for _ in range(3)]
    for listener in listeners:
        listener.start()
    connected.wait(START_SECONDS)
    start = time.monotonic()
    server.send_signal(signal.SIGTERM)
    server.wait(20)
    assert time.monotonic() - start < 3
    for listener in listeners:
        listener.join(10)
    assert ends == ["ended properly"] * 3
    assert "ERROR" not in server.stderr.read()
