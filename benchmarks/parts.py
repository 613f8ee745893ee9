"""Where a turn's time goes: the processor's milliseconds of each part, in process."""

from __future__ import annotations

import asyncio
import inspect
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bot.later_imports import import_later
from bot.quiet import quiet

quiet()
import_later()

from benchmarks.messages import LANGUAGE, Said, checks, questions  # noqa: E402
from bot.conversation.conversations import Conversations  # noqa: E402
from bot.engine import Engine, Message  # noqa: E402
from bot.model import model_path  # noqa: E402
from bot.store.calls import Calls  # noqa: E402
from bot.store.conversations import ConversationStore  # noqa: E402
from bot.store.database import open_database  # noqa: E402

QUESTIONS, CHECKS, WARM_UP = 150, 30, 10


class Clocked:
    """Conversations whose parts are clocked."""

    def __init__(self, folder: Path) -> None:
        engine = Engine.load(model_path())
        store = ConversationStore(open_database(f"sqlite:///{folder / 'parts.db'}"))
        self.spent: dict[str, float] = defaultdict(float)
        self._conversations = Conversations(engine, store, Calls())
        for part, owner, name in (
            ("language", engine._processor, "parse_message"),
            ("engine", engine, "answer"),
            ("reading", store, "begin"),
            ("storing", store, "finish"),
        ):
            setattr(owner, name, self._clocked(part, getattr(owner, name)))

    def _clocked(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def note(start: float) -> None:
            self.spent[part] += (time.thread_time() - start) * 1000

        async def later(*args: Any, **kwargs: Any) -> Any:
            start = time.thread_time()
            try:
                return await function(*args, **kwargs)
            finally:
                note(start)

        def now(*args: Any, **kwargs: Any) -> Any:
            start = time.thread_time()
            try:
                return function(*args, **kwargs)
            finally:
                note(start)

        return later if inspect.iscoroutinefunction(function) else now

    def take(self, said: list[Said]) -> list[float]:
        """Take turns; return the milliseconds that each took."""

        async def talk() -> list[float]:
            times = []
            for sender, text in said:
                start = time.perf_counter()
                await self._conversations.say(Message(sender, text, LANGUAGE))
                times.append((time.perf_counter() - start) * 1000)
            return times

        return asyncio.run(talk())


def parts() -> Iterator[tuple[str, str]]:
    """Yield the figures' names and values."""
    with tempfile.TemporaryDirectory() as folder:
        clocked = Clocked(Path(folder))
        clocked.take(questions(WARM_UP) + checks(WARM_UP))
        for what, said in (("question", questions(QUESTIONS)), ("check", checks(CHECKS))):
            clocked.spent.clear()
            start = time.process_time()
            times = clocked.take(said)
            whole = (time.process_time() - start) * 1000
            yield from _told(
                what, times, {part: spent / len(said) for part, spent in clocked.spent.items()}, whole / len(said)
            )


def _told(what: str, times: list[float], spent: dict[str, float], whole: float) -> Iterator[tuple[str, str]]:
    p95 = sorted(times)[int(len(times) * 0.95)]
    yield f"{what} in process, p50 / p95, ms", f"{statistics.median(times):.1f} / {p95:.1f}"
    yield f"{what}, processor, ms", f"{whole:.1f}"
    yield "  language", f"{spent['language']:.1f}"
    yield "  rules, actions, words", f"{spent['engine'] - spent['language']:.1f}"
    yield "  reading and storing", f"{spent['reading'] + spent['storing']:.1f}"
    yield "  masking and the rest", f"{whole - spent['engine'] - spent['reading'] - spent['storing']:.1f}"
