"""How long one eligibility decision takes: `python -m benchmarks.decision`."""

from __future__ import annotations

import timeit
from datetime import date

from rich.console import Console
from rich.table import Table

from actions.eligibility.checks import CHECKS

DAY = date(2026, 11, 24)
KNOWN = {
    "check_visit_document": {
        "card": "at_hand",
        "registered": True,
        "electronic_certificate_until": date(2027, 5, 1),
        "insurer_data": "ready",
    },
    "check_certificate": {"card": "none", "joining_now": False},
    "check_expiry_dates": {"born_on": "1970-09-15", "issued_on": "2021-03", "unfiled_change": False},
    "check_express_issue": {"situation": "lost"},
    "switch_checklist": {"card": "none"},
}
ROUNDS = 300


def microseconds(name: str, facts: dict[str, object]) -> float:
    """Return the mean time of one decision."""
    check = CHECKS[name]
    known = check.facts(**facts)
    return timeit.timeit(lambda: check.decide(known, DAY), number=ROUNDS) / ROUNDS * 1e6


def main() -> None:
    """Print every check with nothing known and with the facts of a common case."""
    table = Table("check", "nothing known, µs", "common case, µs")
    for name, facts in KNOWN.items():
        table.add_row(name, f"{microseconds(name, {}):.0f}", f"{microseconds(name, facts):.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
