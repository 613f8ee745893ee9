"""Learning several models at once, each in a process: what learns holds the interpreter meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from os import sched_getaffinity
from typing import TypeVar

Given = TypeVar("Given")
Learnt = TypeVar("Learnt")


def learn_each(learn: Callable[[Given], Learnt], given: Iterable[Given]) -> list[Learnt]:
    """Return what is learnt from each, in order; as many at once as there are processors.

    Args:
        learn: a function of a module, which another process can find.
        given: what takes longest should stand first.
    """
    return list(_processes().map(learn, given))


# One pool for all: starting its processes takes seconds.
@cache
def _processes() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(len(sched_getaffinity(0)), get_context("spawn"))
