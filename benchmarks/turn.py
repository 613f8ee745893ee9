"""One turn, start and memory of this assistant and of stock Rasa, in the same run: `make bench`."""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from benchmarks.messages import WARM_UP, messages
from benchmarks.stock import write_project
from bot.model import model_path
from bot.project import ROOT

ADDRESS = "/webhooks/rest/webhook"


@dataclass(frozen=True)
class Figures:
    """What is measured; milliseconds a turn, seconds, megabytes."""

    training: float
    ready: float
    memory: float
    in_process_p50: float
    in_process_p95: float
    http_p50: float
    http_p95: float


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _quantiles(milliseconds: list[float]) -> tuple[float, float]:
    ordered = sorted(milliseconds)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.95)]


@contextmanager
def _running(command: list[str], folder: Path, url: str, environment: dict[str, str]) -> Iterator[tuple[int, float]]:
    """Start a server; yield its process id and how many seconds it took to answer a first message."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not _answers(url):
            if process.poll() is not None:
                raise RuntimeError(f"{command} ended with {process.returncode}")
            time.sleep(0.1)
        yield process.pid, time.monotonic() - start
    finally:
        process.terminate()
        process.wait(30)


def _answers(url: str) -> bool:
    try:
        return httpx.post(url, json={"sender": "ready", "message": "hello"}, timeout=30).status_code == 200
    except httpx.TransportError:
        return False


def _turns(url: str) -> list[float]:
    times = []
    with httpx.Client(timeout=60) as client:
        for sender, message in messages():
            start = time.perf_counter()
            client.post(url, json={"sender": sender, "message": message}).raise_for_status()
            times.append((time.perf_counter() - start) * 1000)
    return times[WARM_UP:]


def _turns_in_process(kind: str, model: Path, folder: Path) -> list[float]:
    command = [sys.executable, "-m", "benchmarks.in_process", kind, str(model)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    times: list[float] = json.loads(done.stdout.splitlines()[-1])
    return times


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def _training(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    start = time.monotonic()
    subprocess.run(command, cwd=folder, env=os.environ | environment, check=True, capture_output=True)
    return time.monotonic() - start


def _served(
    command: list[str], folder: Path, port: int, environment: dict[str, str]
) -> tuple[float, float, float, float]:
    """Return seconds to the first answer, megabytes, and a turn's p50 and p95."""
    url = f"http://127.0.0.1:{port}{ADDRESS}"
    with _running(command, folder, url, environment) as (pid, ready):
        p50, p95 = _quantiles(_turns(url))
        return ready, _memory(pid), p50, p95


def madoguchi(folder: Path) -> Figures:
    """Measure this assistant."""
    port = _free_port()
    database = f"sqlite:///{folder / 'madoguchi.db'}"
    # Without Rasa's cache of earlier trainings, so that the training is a whole one.
    environment = {"PORT": str(port), "MADOGUCHI_DATABASE": database, "RASA_CACHE_DIRECTORY": str(folder / "cache")}
    program = [sys.executable, "-m", "bot.cli"]
    training = _training([*program, "train"], ROOT, environment)
    in_process = _quantiles(_turns_in_process("madoguchi", model_path(), folder))
    ready, memory, *http = _served([*program, "serve"], ROOT, port, environment)
    return Figures(training, ready, memory, *in_process, *http)


def stock(folder: Path) -> Figures:
    """Measure stock Rasa; it learns for two epochs only, so its training time is not compared."""
    port = _free_port()
    write_project(folder)
    rasa = [sys.executable, "-m", "rasa"]
    environment = {"RASA_TELEMETRY_ENABLED": "false"}
    training = _training([*rasa, "train", "--fixed-model-name", "stock"], folder, environment)
    in_process = _quantiles(_turns_in_process("stock", folder / "models" / "stock.tar.gz", folder))
    ready, memory, *http = _served([*rasa, "run", "--port", str(port)], folder, port, environment)
    return Figures(training, ready, memory, *in_process, *http)


def main() -> None:
    """Measure both and print the figures side by side."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        ours, theirs = madoguchi(Path(one)), stock(Path(other))
    table = Table("figure", "Madoguchi", "stock Rasa", "ratio")
    for field in fields(Figures):
        mine, its = getattr(ours, field.name), getattr(theirs, field.name)
        comparable = field.name != "training"
        compared = (f"{its:.1f}", f"{mine / its:.2f}") if comparable else ("–", "–")
        table.add_row(field.name, f"{mine:.1f}", *compared)
    Console().print(table)


if __name__ == "__main__":
    main()
