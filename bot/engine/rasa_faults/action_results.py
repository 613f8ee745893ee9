"""The schema of an action's result is checked against its own schema once; Rasa does so at every result.

What an action did in this process is no message from elsewhere: its events and responses are read as they are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction

from bot.engine.in_process_actions import InProcessActions

stock = RemoteAction._validate_action_result


@lru_cache
def validator() -> Any:
    """Return what checks a result."""
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def _validate(self: RemoteAction, result: dict[str, Any]) -> bool:
    if not isinstance(self.action_endpoint, InProcessActions):
        validator().validate(result)
    return True


def mend() -> None:
    """Mend it for this process."""
    RemoteAction._validate_action_result = _validate
