"""What is only logged isn't copied; Rasa copies entities, slots and events deeply for lines that nobody writes.

Every copy in these three modules is for a debug line, and no debug line is ever written (`bot/logs.py`).
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from rasa.core import processor
from rasa.core.actions import forms
from rasa.core.policies import rule_policy

MODULES = (processor, forms, rule_policy)


def _as_it_is(value: Any) -> Any:
    return value


def mend() -> None:
    """Mend it for this process."""
    for module in MODULES:
        module.copy = SimpleNamespace(deepcopy=_as_it_is)
