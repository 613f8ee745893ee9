"""The rules as cases: on this day, with these facts, this is the outcome, and the leaflet says so there.

`cases/<check>.yml` reads as the specification: groups, each with its rule in a sentence, the place in the leaflet, and
the facts that its cases share. A case may add facts (null takes one away) and name a place of its own. Reasons, steps,
dates and changes are written out where a case is the first of its kind; there they hold in full and in order.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.eligibility.checks import CHECKS
from actions.eligibility.decision import Reason, Step
from bot.answers.decision_text import sources_of
from bot.answers.eligibility_texts import eligibility_texts
from bot.content.language import languages
from bot.content.source import leaflets

FOLDER = Path(__file__).with_name("cases")
UNSETTLED = {"depends", "contradiction"}


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for check in CHECKS:
        for group in yaml.safe_load((FOLDER / f"{check}.yml").read_text("utf-8")):
            for case in group["cases"]:
                facts = {**group.get("facts", {}), **case.get("facts", {})}
                told = {name: value for name, value in facts.items() if value is not None}
                yield check, {"at": group["at"], **case, "rule": group["rule"], "facts": told}


ALL = list(cases())


def decided(check, case):
    return CHECKS[check].decide(CHECKS[check].facts(**case["facts"]), case["day"])


def written(item):
    name = item.rule if isinstance(item, Reason) else item.step if isinstance(item, Step) else item
    return {name: item.values} if getattr(item, "values", None) else name


@pytest.mark.parametrize(
    ("check", "case"), [pytest.param(*one, id=f"{one[1]['rule']}: {one[1]['name']}") for one in ALL]
)
def test_case(check, case):
    decision = decided(check, case)
    usual = "open" if case["outcome"] in UNSETTLED else "decided"
    assert (decision.outcome, decision.certainty) == (case["outcome"], case.get("certainty", usual))
    assert list(decision.missing) == case.get("missing", [])
    assert bool(decision.possible) == (decision.outcome == "depends")
    named = [fact for group in decision.contradictions for fact in group]
    assert list(dict.fromkeys(named)) == (case["missing"] if decision.outcome == "contradiction" else [])
    assert not (decision.would_change and case["outcome"] in UNSETTLED)
    assert decision.past_horizon == case.get("past_horizon", False)
    for name, values in (
        ("reasons", decision.reasons),
        ("steps", decision.steps),
        ("changes", decision.would_change),
    ):
        assert [written(value) for value in values] == case.get(name, [written(value) for value in values])
    possible = [{"if": item.assumptions, "outcome": item.outcome} for item in decision.possible]
    assert possible == case.get("possible", possible)
    dates = {entry.name: entry.day for entry in decision.dates}
    assert dates == case.get("dates", dates)


@pytest.mark.parametrize(
    ("check", "case"), [pytest.param(*one, id=f"{one[1]['rule']}: {one[1]['name']}") for one in ALL]
)
def test_the_place_in_the_leaflet_is_among_the_sources(check, case):
    leaflet, where = case["at"].split(", ", 1)
    assert leaflet in leaflets() and where
    if case["outcome"] not in UNSETTLED:
        assert case["at"] in {f"{source.leaflet}, {source.where}" for source in sources_of(decided(check, case))}


@pytest.mark.parametrize("language", languages())
def test_every_text_is_told_in_some_case(language):
    texts, decisions = eligibility_texts(language), [decided(check, case) for check, case in ALL]
    told = {
        "reasons": {reason.rule for decision in decisions for reason in decision.reasons},
        "steps": {step.step for decision in decisions for step in decision.steps},
        "dates": {entry.name for decision in decisions for entry in decision.dates},
        "changes": {change for decision in decisions for change in decision.would_change},
    }
    assert told == {name: set(getattr(texts, name)) for name in told}
    outcomes = {check: {decision.outcome for decision in decisions if decision.check == check} for check in CHECKS}
    assert outcomes == {check: set(named) for check, named in texts.outcomes.items()}


def test_no_case_is_written_twice():
    keys = [(check, case["rule"], case["name"]) for check, case in ALL]
    assert len(set(keys)) == len(keys)
