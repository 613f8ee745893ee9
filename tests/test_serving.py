"""Starting and stopping: a failure is told at once, and an open connection holds nothing up."""

import threading
import time

import httpx
import pytest

from tests.process import START_SECONDS, Process


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
def process(model, sqlite):
    started = Process(sqlite)
    yield started
    started.kill()


def test_a_signal_ends_the_server_in_spite_of_open_connections(process):
    connected, ends = threading.Barrier(4), []

    def listen():
        with httpx.stream("GET", f"{process.address}/api/chat/{'a' * 32}/events", timeout=START_SECONDS) as response:
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
    said = process.stop(20)
    assert time.monotonic() - start < 3
    for listener in listeners:
        listener.join(10)
    assert ends == ["ended properly"] * 3
    assert "ERROR" not in said
