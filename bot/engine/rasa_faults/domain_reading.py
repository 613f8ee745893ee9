"""A trained model's domain is read once; Rasa reads it four times as it loads the model, slowly.

It reads the file to see whether it is one, to check it, to read it, and to merge it with no other. It was checked when
the model was trained.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain
from rasa.shared.utils.io import read_yaml_file

stock = DomainProvider.__dict__["load"]
FILE = "domain.yml"


def _load(
    cls: type[DomainProvider],
    /,
    config: dict[str, Any],
    model_storage: ModelStorage,
    resource: Resource,
    execution_context: ExecutionContext,
    **kwargs: Any,
) -> DomainProvider:
    with model_storage.read_from(resource) as folder:
        read = Domain.merge_domain_dicts(read_yaml_file(folder / FILE), {})
    return cls(model_storage, resource, Domain.from_dict(read))


def mend() -> None:
    """Mend it for this process."""
    DomainProvider.load = classmethod(_load)
