"""A way to a server that fails when a test wants it to."""

import socket
import threading
import time
from contextlib import contextmanager, suppress


class Proxy:
    """A way to a server that can be cut, held up, slowed, and mended."""

    def __init__(self, host, port):
        self._there = (host, port)
        self._late_seconds = 0.0
        self._open = threading.Event()
        self._open.set()
        self._sockets = []
        self._listen(0)

    def _listen(self, port):
        self._server = socket.create_server(("127.0.0.1", port))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._accept, args=(self._server,), daemon=True).start()

    def _accept(self, server):
        while True:
            try:
                near, _ = server.accept()
            except OSError:
                return
            far = socket.create_connection(self._there)
            self._sockets += [near, far]
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=(source, target), daemon=True).start()

    def _pump(self, source, target):
        with suppress(OSError), source, target:
            while data := source.recv(65536):
                self._open.wait()
                time.sleep(self._late_seconds)
                target.sendall(data)

    @contextmanager
    def cut(self):
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for end in self._sockets:
            # Closing alone wakes nobody who reads.
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._sockets.clear()
        yield
        self._listen(self.port)

    @contextmanager
    def held_up(self):
        self._open.clear()
        yield
        self._open.set()

    @contextmanager
    def slow(self, seconds):
        """Let everything that is sent come so much later."""
        self._late_seconds = seconds
        yield
        self._late_seconds = 0.0
