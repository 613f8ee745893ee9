"""What answering doesn't need isn't imported: modules that load when something is first asked of them.

Rasa imports every channel, broker and classifier that it knows, and with them TensorFlow, whatever the model uses: more
than half of the time to start and of the memory. Here each such module stands in `sys.modules` from the start and loads
when it is first used, so all that worked still does, only later. docs/decisions/speed.md tells what it saves.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import Any

# A module that loads later, and of it the functions and classes that others take by name as they are imported
# themselves, though they only call them, compare with them or mention them.
LATER: Mapping[str, frozenset[str]] = {
    module: frozenset(names)
    for module, *names in (
        ("aiormq",),
        ("boto3",),
        ("boto3.dynamodb",),
        ("boto3.dynamodb.conditions", "Key"),
        ("h5py",),
        ("portalocker.redis", "RedisLock"),
        ("pymongo",),
        ("pymongo.collection", "Collection"),
        ("rasa.cli.utils",),
        ("rasa.core.channels",),
        ("rasa.core.jobs",),
        ("rasa.core.test",),
        ("rasa.graph_components.validators.default_recipe_validator", "DefaultV1RecipeValidator"),
        ("rasa.telemetry",),
        ("rasa.utils.train_utils",),
        ("sanic", "Blueprint", "Sanic"),
        ("sanic.request", "Request"),
        ("scipy.optimize", "minimize_scalar"),
        ("scipy.sparse.csgraph",),
        ("sklearn",),
        ("sklearn.linear_model", "LogisticRegression"),
        ("sklearn.model_selection", "train_test_split"),
        ("sklearn.preprocessing", "normalize"),
        ("sklearn.svm", "SVC", "LinearSVC"),
        ("spacy.cli",),
        ("spacy.cli.info", "info"),
    )
}
# Of these packages one part is used, which needs nothing of the rest: what it defines is taken from there.
PARTS = {"rasa.core.channels": "rasa.core.channels.channel"}
# The import system asks for these before there is anything.
UNSET = ("__path__", "__file__", "__cached__")
_loading = RLock()


def import_later() -> None:
    """Let what answering doesn't need be imported only when it is used, for the rest of this process."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Module(ModuleType):
    """A module that isn't loaded yet; asked for something, it loads and is a module like any other."""

    def __getattr__(self, name: str) -> Any:
        if name in UNSET:
            raise AttributeError(name)
        if name in LATER[self.__name__] and _unused(self.__name__):
            return _Named(name, (), {"__module__": self.__name__})
        if self.__name__ in PARTS and hasattr(part := import_module(PARTS[self.__name__]), name):
            return getattr(part, name)
        _load(self)
        return getattr(self, name)


class _Named(type):
    """Stands in for a function or class of a module that isn't loaded yet."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return cls.real(*args, **kwargs)

    def __getattr__(cls, name: str) -> Any:
        return getattr(cls.real, name)

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.real)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other.real if isinstance(other, _Named) else other, cls.real)

    @property
    def real(cls) -> Any:
        _load(module := import_module(cls.__module__))
        return getattr(module, cls.__name__)


class _Finder(MetaPathFinder):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        package = name.rpartition(".")[0]
        if name not in LATER:
            if package not in PARTS and isinstance(whole := sys.modules.get(package), _Module):
                _load(whole)
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.loader:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(Loader):
    def __init__(self, real: Loader) -> None:
        self.real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Load nothing yet."""


def _load(module: ModuleType) -> None:
    """Load a module that was put off, and before it the packages that it is in."""
    if isinstance(package := sys.modules.get(module.__name__.rpartition(".")[0]), _Module):
        _load(package)
    with _loading:
        if isinstance(module, _Module) and module.__spec__ and isinstance(module.__spec__.loader, _Loader):
            loader = module.__loader__ = module.__spec__.loader = module.__spec__.loader.real
            object.__setattr__(module, "__class__", ModuleType)
            loader.exec_module(module)


def _unused(module: str) -> bool:
    """Tell whether a module's package is put off as a whole; once it is used, its parts need its classes proper."""
    parts = module.split(".")
    packages = (".".join(parts[:length]) for length in range(1, len(parts) + 1))
    return isinstance(sys.modules.get(next(filter(LATER.__contains__, packages))), _Module)
