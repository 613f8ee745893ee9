"""The five checks by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.eligibility import certificate, expiry_dates, express_issue, switch_checklist, visit_document
from actions.eligibility.decision import Decision
from actions.eligibility.facts import Facts


@dataclass(frozen=True)
class Check:
    """A check: its name, the form of its facts, and its rule."""

    name: str
    facts: type[Facts]
    decide: Callable[[Any, date], Decision]


CHECKS = {
    check.name: check
    for check in (
        Check(visit_document.NAME, visit_document.VisitFacts, visit_document.check_visit_document),
        Check(certificate.NAME, certificate.CertificateFacts, certificate.check_certificate),
        Check(expiry_dates.NAME, expiry_dates.ExpiryFacts, expiry_dates.check_expiry_dates),
        Check(express_issue.NAME, express_issue.ExpressFacts, express_issue.check_express_issue),
        Check(switch_checklist.NAME, switch_checklist.SwitchFacts, switch_checklist.switch_checklist),
    )
}
