"""The two that are compared, each as its users serve it: this assistant, and stock Rasa with its action server."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.running import START_SECONDS, free_port
from benchmarks.stock import write_project
from bot.project import ROOT
from bot.settings import settings

ADDRESS = "/webhooks/rest/webhook"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Rival:
    """An assistant that is being served.

    Attributes:
        name: what it is called.
        site: its address.
        processes: the ids of its processes.
        ready: seconds from its start to its first answer.
        model: the size of its trained model in megabytes.
        training: seconds; None where it was trained before.
    """

    name: str
    site: str
    processes: tuple[int, ...]
    ready: float
    model: float
    training: float | None

    @property
    def url(self) -> str:
        """Where messages are sent."""
        return self.site + ADDRESS

    @property
    def memory(self) -> float:
        """Resident megabytes of all its processes."""
        return sum(_memory(process) for process in self.processes)

    @property
    def cpu(self) -> float:
        """Milliseconds of processor time that its processes have taken."""
        return sum(_cpu(process) for process in self.processes)


@contextmanager
def madoguchi(folder: Path, workers: int = 1) -> Iterator[Rival]:
    """Serve this assistant; it is trained first, unless MADOGUCHI_MODEL names a model.

    Of several workers, the process is the one that looks after them.
    """
    from bot.model import model_path

    port, program = free_port(), [sys.executable, "-m", "bot.cli"]
    # Without Rasa's cache of earlier trainings, so that the training is a whole one.
    own = {"MADOGUCHI_DATABASE": f"sqlite:///{folder / 'madoguchi.db'}", "RASA_CACHE_DIRECTORY": str(folder / "cache")}
    environment = os.environ | {"PORT": str(port), "MADOGUCHI_WORKERS": str(workers)} | own
    training = None if settings().model else _seconds([*program, "train"], ROOT, environment)
    with _running([*program, "serve"], ROOT, environment, port) as (process, ready):
        yield Rival("Madoguchi", f"http://127.0.0.1:{port}", (process,), ready, _megabytes(model_path()), training)


@contextmanager
def stock(folder: Path) -> Iterator[Rival]:
    """Serve stock Rasa and its action server."""
    port, action_port = free_port(), free_port()
    write_project(folder, action_port)
    rasa = [sys.executable, "-m", "rasa"]
    # Its debug lines would only slow it down.
    environment = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "LOG_LEVEL": "ERROR", "TF_CPP_MIN_LOG_LEVEL": "3"}
    training = _seconds([*rasa, "train", "--fixed-model-name", "stock"], folder, environment)
    actions = [sys.executable, "-m", "rasa_sdk", "--actions", "stock_actions", "--port", str(action_port)]
    with ExitStack() as servers:
        acting, _ = servers.enter_context(_running(actions, folder, environment, action_port, "/health"))
        answering, ready = servers.enter_context(
            _running([*rasa, "run", "--port", str(port)], folder, environment, port)
        )
        model = _megabytes(folder / "models" / "stock.tar.gz")
        yield Rival("stock Rasa", f"http://127.0.0.1:{port}", (answering, acting), ready, model, training)


@contextmanager
def _running(
    command: list[str], folder: Path, environment: dict[str, str], port: int, health: str | None = None
) -> Iterator[tuple[int, float]]:
    """Start a server; yield its process id and how many seconds it took to answer, a message if not asked otherwise."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not _answers(f"http://127.0.0.1:{port}", health):
            if process.poll() is not None or time.monotonic() - start > START_SECONDS:
                raise RuntimeError(f"{command} did not start: {process.returncode}")
            time.sleep(0.05)
        yield process.pid, time.monotonic() - start
    finally:
        process.terminate()
        process.wait(30)


def _answers(site: str, health: str | None) -> bool:
    said = {"sender": "ready", "message": "hello"}
    try:
        if health:
            return httpx.get(site + health, timeout=30).is_success
        return httpx.post(site + ADDRESS, json=said, timeout=30).is_success
    except httpx.TransportError:
        return False


def _seconds(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    start = time.monotonic()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.monotonic() - start


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS * 1000
