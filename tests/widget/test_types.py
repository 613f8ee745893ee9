"""The scripts are type-checked, as JSDoc says."""

import shutil
import subprocess

import pytest

from bot.project import ROOT

TYPESCRIPT = "typescript@5.9.3"


@pytest.mark.skipif(shutil.which("npx") is None, reason="npx (Node.js) is not installed")
def test_types():
    command = ["npx", "--yes", "--package", TYPESCRIPT, "tsc", "--project", str(ROOT / "bot" / "web" / "tsconfig.json")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr
