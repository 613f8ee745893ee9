"""The drawing of the packages is what import-linter proves, and the documents know every check."""

import re
import tomllib

from actions.eligibility.checks import CHECKS
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


def test_the_documents_tell_what_each_check_answers():
    table = (ROOT / "docs" / "eligibility.md").read_text("utf-8")
    rows = [line for line in table.splitlines() if line.startswith(("| check_", "| switch_"))]
    assert rows == [f"| {check.name} | {check.answers} |" for check in CHECKS.values()]
