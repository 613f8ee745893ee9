"""Every case of `cases.yml`."""

from pathlib import Path

import pytest
import yaml

from actions.eligibility.checks import CHECKS

CASES = [
    pytest.param(check, case, id=f"{check}: {case['name']}")
    for check, cases in yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8")).items()
    for case in cases
]


@pytest.mark.parametrize(("check", "case"), CASES)
def test_case(check, case):
    rule = CHECKS[check]
    decision = rule.decide(rule.facts(**case["facts"]), case["day"])
    assert decision.outcome == case["outcome"]
    if "certainty" in case:
        assert decision.certainty == case["certainty"]
    if "missing" in case:
        assert decision.missing[0] == case["missing"]
    assert decision.past_horizon == case.get("past_horizon", False)
    dates = {entry.name: entry.day for entry in decision.dates}
    assert {name: dates.get(name) for name in case.get("dates", {})} == case.get("dates", {})
    reasons, steps = {reason.rule for reason in decision.reasons}, {step.step for step in decision.steps}
    assert {case[key] for key in ("reason",) if key in case} <= reasons
    assert {case[key] for key in ("step",) if key in case} <= steps
    assert case.get("without_reason") not in reasons
    assert case.get("without_step") not in steps
