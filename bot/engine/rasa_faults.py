"""Known faults of Rasa 3.6 that cost time at every turn, mended without changing what it does.

Both show in a profile of any assistant; neither is reported upstream, where 3.6.21 was the last open-source release.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event

_resolve_by_type = Event.resolve_by_type
_cached_resolve = lru_cache(maxsize=None)(_resolve_by_type)


@lru_cache
def _validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def _validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    _validator().validate(result)
    return True


def mend() -> None:
    """Mend them for this process.

    - An event's class is looked up once a name, not by a walk over every class of events for each event read back.
    - The schema of an action's result is checked against its own schema once, not at every result.
    """
    Event.resolve_by_type = staticmethod(_cached_resolve)
    RemoteAction._validate_action_result = _validate_action_result
