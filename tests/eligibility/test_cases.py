"""The rules as cases: on this day, with these facts, this is the outcome, and the leaflet says so there.

`cases/<check>.yml` reads as the specification: groups, each with its rule in a sentence, the place in the leaflet, and
the facts that its cases share. A case may add facts (null takes one away) and name a place of its own. It pins all that
is told: outcome, reasons, steps, dates, what was taken for granted (`usually`, by the value that would change it), and
the tree of cases, in full and in order.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.eligibility.checks import CHECKS
from actions.eligibility.decision import Reason, Step
from actions.eligibility.facts import Facts
from bot.answers.decision_text import sources_of
from bot.answers.eligibility_texts import eligibility_texts
from bot.content.language import languages
from bot.content.source import leaflets

FOLDER = Path(__file__).with_name("cases")
UNSETTLED = {"depends", "contradiction"}
TOLD = {"outcome", "certainty", "missing", "past_horizon", "reasons", "steps", "changes", "usually", "dates", "cases"}


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for check in CHECKS:
        for group in yaml.safe_load((FOLDER / f"{check}.yml").read_text("utf-8")):
            for case in group["cases"]:
                facts = {**group.get("facts", {}), **case.get("facts", {})}
                told = {name: value for name, value in facts.items() if value is not None}
                yield check, {"at": group["at"], **case, "rule": group["rule"], "facts": told}


ALL = list(cases())


def decided(check, case):
    return CHECKS[check].decide(Facts(**case["facts"]), case["day"])


def written(item):
    name = item.rule if isinstance(item, Reason) else item.step if isinstance(item, Step) else item
    return {name: item.values} if getattr(item, "values", None) else name


def tree(cases):
    return [
        {case.fact: case.values[0] if len(case.values) == 1 else list(case.values)}
        | ({"outcome": case.outcome} if case.outcome else {})
        | ({"cases": tree(case.cases)} if case.cases else {})
        for case in cases
    ]


def told(decision):
    usual = "decided" if decision.settled else "open"
    everything = {
        "outcome": decision.outcome,
        "certainty": None if decision.certainty == usual else decision.certainty,
        "missing": list(decision.missing),
        "past_horizon": decision.past_horizon,
        "reasons": [written(reason) for reason in decision.reasons],
        "steps": [written(step) for step in decision.steps],
        "changes": list(decision.would_change),
        "usually": [{usual.fact: usual.unless} for usual in decision.usually],
        "dates": {entry.name: entry.day for entry in decision.dates},
        "cases": tree(decision.cases),
    }
    return {name: value for name, value in everything.items() if value}


@pytest.mark.parametrize(
    ("check", "case"), [pytest.param(*one, id=f"{one[1]['rule']}: {one[1]['name']}") for one in ALL]
)
def test_case(check, case):
    decision = decided(check, case)
    assert told(decision) == {name: case[name] for name in case if name in TOLD and case[name]}
    named = [fact for group in decision.contradictions for fact in group]
    assert list(dict.fromkeys(named)) == (case["missing"] if decision.outcome == "contradiction" else [])


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
