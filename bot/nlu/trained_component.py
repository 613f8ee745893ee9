"""A component of Rasa's graph that learns: how its model is made, kept and read back."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

from bot.nlu.version import version


class Saved(Protocol):
    """A model that can be written into a folder."""

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""


Model = TypeVar("Model", bound=Saved)


class TrainedComponent(GraphComponent, Generic[Model]):
    """Holds a model of ours, which a training makes and a start reads back.

    Attributes:
        learnt_from: the content that it learns from, as patterns of paths.
    """

    learnt_from: ClassVar[tuple[str, ...]]

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return the version of our code and of what it learns from, so that Rasa trains anew where they changed."""
        return version(cls.learnt_from)

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: Model | None = None
    ) -> None:
        """Create the component, untrained where no model is given."""
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """Create an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        """Load a trained component."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, cls.read_model(folder))

    @staticmethod
    @abstractmethod
    def read_model(folder: Path) -> Model:
        """Read back what the model wrote into a folder."""

    @property
    def model(self) -> Model:
        """The trained model."""
        assert self._model is not None
        return self._model

    def keep(self, model: Model) -> Resource:
        """Hold a model and write it to where a start will look for it; return that place."""
        self._model = model
        with self._storage.write_to(self._resource) as folder:
            model.save(folder)
        return self._resource
