"""Custom actions run in this process: what Rasa posts to its action server goes to the SDK's executor instead."""

from __future__ import annotations

import json
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection


class InProcessActions(EndpointConfig):
    """An action endpoint without a server."""

    def __init__(self, package: str = "actions") -> None:
        """Register every action of a package."""
        super().__init__()
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Run the action that a call names.

        Raises:
            ClientResponseError: with status 400, as the action server answers, if a form rejects the message.
        """
        try:
            result: dict[str, Any] = await self._executor.run(kwargs["json"])
        except ActionExecutionRejection as rejection:
            body = {"action_name": rejection.action_name, "error": str(rejection)}
            raise ClientResponseError(400, "rejected", json.dumps(body)) from rejection
        return result
