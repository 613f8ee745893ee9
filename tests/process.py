"""`madoguchi serve` in a process of its own, as people start it."""

import os
import signal
import socket
import subprocess
import sys
import time

import httpx

START_SECONDS = 300


class Process:
    """The process, on a free port that stays the same through restarts."""

    def __init__(self, database: str, environment: dict[str, str] | None = None, *options: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self._environment = os.environ | {"PORT": str(port), "MADOGUCHI_DATABASE": database} | (environment or {})
        self._options = options
        self.start()

    def start(self) -> None:
        """Start it; it is ready when this returns."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve", *self._options],
            env=self._environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        deadline = time.monotonic() + START_SECONDS
        while not self._ready():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError("The server did not start.")
            time.sleep(0.1)

    @property
    def id(self) -> int:
        """The process's number."""
        return self._process.pid

    def _ready(self) -> bool:
        try:
            return httpx.get(f"{self.address}/health/ready").is_success
        except httpx.TransportError:
            return False

    def stop(self, seconds: float) -> str:
        """Ask it to end and wait at most so long; return what it wrote to its errors."""
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(seconds)
        assert self._process.stderr
        return self._process.stderr.read()

    def kill(self) -> None:
        """Kill it: it can't put anything in order."""
        self._process.kill()
        self._process.wait()
