"""The application under a real server, as tests talk to it."""

import signal
import socket
import threading
import time
from pathlib import Path

import pytest
import uvicorn
from sse_starlette.sse import AppStatus

from bot.app import create_app
from bot.settings import settings

START_SECONDS = 60
STOP_SECONDS = 20


class Served:
    """The application under uvicorn, in a thread, on a free port that stays the same through restarts."""

    def __init__(self, environment: dict[str, str], **options: Path) -> None:
        self._environment, self._options = environment, options
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self.start()

    def start(self) -> None:
        """Start it; it is ready when this returns."""
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self._environment.items():
                patch.setenv(name, value)
            settings.cache_clear()
            self.app = create_app(**self._options)
            self._server = uvicorn.Server(
                uvicorn.Config(self.app, port=self._port, ws="none", log_level="error", proxy_headers=False)
            )
            self._thread = threading.Thread(target=self._server.run, daemon=True)
            self._thread.start()
            self._wait()
        settings.cache_clear()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._server.started:
            if not self._thread.is_alive():
                raise RuntimeError("The server stopped while it was starting; its log says why.")
            if time.monotonic() > deadline:
                raise RuntimeError(f"The server did not start within {START_SECONDS} s.")
            time.sleep(0.02)

    def stop(self) -> float:
        """Stop it as a signal would; return how many seconds that took."""
        start = time.monotonic()
        self._server.handle_exit(signal.SIGTERM, None)
        self._thread.join(STOP_SECONDS)
        AppStatus.should_exit = False
        if self._thread.is_alive():
            raise RuntimeError(f"The server did not stop within {STOP_SECONDS} s.")
        return time.monotonic() - start

    def restart(self) -> None:
        """Stop it and start it anew, with the same database."""
        self.stop()
        self.start()
