"""What isn't kept isn't taken, and the person is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.store.calls import StoreError


class NotTakenError(Exception):
    """What was said or asked was not taken, and can be sent again. The message says why."""


@contextmanager
def honestly() -> Iterator[None]:
    """Say of a failure of the store, and of a wait that is too long, that nothing was taken.

    Raises:
        NotTakenError: in place of either.
    """
    try:
        yield
    except StoreError as error:
        raise NotTakenError(f"the database takes nothing: {error}") from error
    except TimeoutError:
        raise NotTakenError("too much is being said in this conversation at once") from None
