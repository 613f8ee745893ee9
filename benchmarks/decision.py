"""How long one eligibility decision takes: `python -m benchmarks.decision`."""

from __future__ import annotations

import timeit
from datetime import date
from time import process_time
from typing import Any

from rich.console import Console
from rich.table import Table

from actions.eligibility.checks import CHECKS
from actions.eligibility.facts import Facts

DAY = date(2026, 11, 24)
# Everything that the rule still asks for is known.
KNOWN: dict[str, dict[str, Any]] = {
    "check_visit_document": {
        "card": "at_hand",
        "registered": True,
        "electronic_certificate_until": date(2027, 5, 1),
        "insurer_data": "ready",
    },
    "check_certificate": {
        "card": "at_hand",
        "registered": True,
        "electronic_certificate_until": date(2028, 1, 1),
        "hardship": False,
        "scheme": "society",
    },
    "check_expiry_dates": {
        "born_on": "1970-09-15",
        "issued_on": "2021-03-10",
        "unfiled_change": False,
        "certificate_renewed": False,
    },
    "check_express_issue": {"situation": "newborn", "born_on": "2026-05-01"},
    "switch_checklist": {
        "card": "at_hand",
        "card_until": date(2030, 1, 1),
        "registered": True,
        "electronic_certificate_until": date(2028, 1, 1),
    },
}
# What takes longest: nothing known, or of dates the year only.
OPEN: dict[str, dict[str, Any]] = {name: {} for name in KNOWN} | {
    "check_expiry_dates": {"born_on": "2003", "issued_on": "2021"}
}
NUMBER, ROUNDS = 100, 7


def microseconds(name: str, facts: dict[str, Any]) -> float:
    """Return the processor's time for one decision: the mean of the quietest of several rounds."""
    check, known = CHECKS[name], Facts(**facts)
    return (
        min(timeit.repeat(lambda: check.decide(known, DAY), timer=process_time, number=NUMBER, repeat=ROUNDS))
        / NUMBER
        * 1e6
    )


def main() -> None:
    """Print every check with everything known, and with as little as makes the most of work."""
    table = Table("check", "all known, µs", "least known, µs")
    for name, facts in KNOWN.items():
        table.add_row(name, f"{microseconds(name, facts):.0f}", f"{microseconds(name, OPEN[name]):.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
