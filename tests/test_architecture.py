"""The drawing of the packages is what import-linter proves."""

import re
import tomllib

from bot.project import ROOT


def _drawn():
    (block,) = re.findall(r"```layers\n(.*?)```", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.DOTALL)
    return [re.split(r"\s{2,}", line)[0] for line in block.strip().splitlines()]


def test_the_drawing_has_the_layers_that_are_proved():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    assert _drawn() == layers


def test_every_package_of_the_assistant_is_drawn():
    packages = {f"bot.{path.parent.name}" for path in (ROOT / "bot").glob("*/__init__.py")}
    assert packages <= {name for line in _drawn() for name in line.split(" | ")}
