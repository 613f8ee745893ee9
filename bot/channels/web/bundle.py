"""A script with all that it imports, as one file: fewer and smaller answers, and no build step.

It reads the plain form that the widget's modules keep to: `import { a, b } from "./other.js";` on one line, and
`export` before a function, a class or a constant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

IMPORT = re.compile(r'^import \{ (?P<names>\w+(?:, \w+)*) \} from "(?P<file>\.[\w./-]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (?P<name>\w+))", re.MULTILINE)
NOTHING = re.compile(r"^export \{\};\n", re.MULTILINE)
# Types and explanations; neither stands inside a line's text.
COMMENT = re.compile(r"/\*\*.*?\*/ ?|^\s*//[^\n]*$", re.MULTILINE | re.DOTALL)
BLANK = re.compile(r"^\s+", re.MULTILINE)


class BundleError(ValueError):
    """A script imports in another form, or in a circle."""


def bundle(entry: Path) -> str:
    """Return a script together with everything that it imports, each once, without comments.

    Raises:
        BundleError: if a script can't be read as above.
    """
    modules = {path: _module(path) for path in _in_order(entry.resolve(), ())}
    names = ", ".join(_exported(entry))
    return "\n".join([*modules.values(), f"export const {{ {names} }} = {_name(entry)};\n"])


def _in_order(path: Path, above: tuple[Path, ...]) -> Iterator[Path]:
    """Yield what a script imports, before the script."""
    if path in above:
        raise BundleError(f"{path.name} imports itself, through {', '.join(one.name for one in above)}.")
    for match in IMPORT.finditer(path.read_text(encoding="utf-8")):
        yield from _in_order((path.parent / match["file"]).resolve(), (*above, path))
    yield path


def _module(path: Path) -> str:
    """Return a script as a function that is called once, so that its names stay its own."""
    code = COMMENT.sub("", path.read_text(encoding="utf-8"))
    code = IMPORT.sub(lambda match: f"const {{ {match['names']} }} = {_name(Path(match['file']))};\n", code)
    code = NOTHING.sub("", EXPORT.sub("", code))
    if re.search(r"^(import|export)\b", code, re.MULTILINE):
        raise BundleError(f"{path.name} imports or exports in a form that can't be put into one file.")
    code = BLANK.sub("", code)
    return f"const {_name(path)} = (() => {{\n{code}return {{ {', '.join(_exported(path))} }};\n}})();"


def _exported(path: Path) -> list[str]:
    return [match["name"] for match in EXPORT.finditer(path.read_text(encoding="utf-8"))]


def _name(path: Path) -> str:
    return "$" + re.sub(r"\W", "_", path.stem)
