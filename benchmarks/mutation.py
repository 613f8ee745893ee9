"""How many of the changes that mutmut makes to the rules the cases notice: `python -m benchmarks.mutation`.

Fails below `FLOOR`. What is mutated and which tests must notice stands in pyproject.toml, `[tool.mutmut]`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

MUTANTS = Path("mutants")
FLOOR = 0.90


def main() -> None:
    """Mutate everything anew, print the share that the cases notice, and fail if it is too small."""
    shutil.rmtree(MUTANTS, ignore_errors=True)
    # mutmut draws its progress thousands of times over, which only a terminal shows as one line.
    shown = None if sys.stdout.isatty() else subprocess.DEVNULL
    subprocess.run(["mutmut", "run"], check=True, stdout=shown)
    subprocess.run(["mutmut", "export-cicd-stats"], check=True, stdout=subprocess.DEVNULL)
    counts = json.loads((MUTANTS / "mutmut-cicd-stats.json").read_text("utf-8"))
    noticed = counts["killed"] + counts["timeout"]
    share = noticed / counts["total"]
    print(f"\n{noticed} of {counts['total']} mutants killed: {share:.1%} (at least {FLOOR:.0%} wanted)")
    print("What survived: mutmut results, mutmut show NAME")
    sys.exit(share < FLOOR)


if __name__ == "__main__":
    main()
