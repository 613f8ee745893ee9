"""Read the YAML files that hold the content."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

Form = TypeVar("Form")


class ContentError(Exception):
    """A content file is wrong; the message names the file and what to change."""


class _Loader(yaml.CSafeLoader):
    """Safe YAML that refuses a key given twice, which YAML itself lets pass silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping, or fail on a repeated key."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        repeated = {key for key in keys if keys.count(key) > 1}
        if repeated:
            raise ContentError(f"{node.start_mark.name}: key given twice: {', '.join(map(str, sorted(repeated)))}")
        return super().construct_mapping(node, deep)


def read_yaml(path: Path) -> Any:
    """Return what a YAML file holds.

    Raises:
        ContentError: if the file is no YAML or gives a key twice.
    """
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, _Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError(f"{path}: {error}") from error


def read_as(form: type[Form], path: Path) -> Form:
    """Return what a YAML file holds, in a form.

    Raises:
        ContentError: if the file doesn't have the form; the message names file and field.
    """
    return as_form(form, read_yaml(path), path)


def as_form(form: type[Form], content: Any, path: Path) -> Form:
    """Return content in a form.

    Raises:
        ContentError: if it doesn't have the form; the message names the file that it is of, and the field.
    """
    try:
        return TypeAdapter(form).validate_python(content)
    except ValidationError as error:
        raise ContentError(f"{path}: {error}") from error
