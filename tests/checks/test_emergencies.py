"""What the check says of examples of emergencies."""

import pytest

from bot.checks.emergencies import FEWEST, problems_of
from bot.content.emergencies import KINDS, EmergencyExample


def enough(language):
    return [EmergencyExample(f"{kind} {number}", language, kind) for kind in KINDS for number in range(FEWEST[kind])]


def test_enough_examples_are_no_problem():
    assert list(problems_of(enough("xx"), ["xx"])) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_with_too_few_is_named(kind):
    lacking = [example for example in enough("xx") if example.text != f"{kind} 0"]
    (problem,) = problems_of(lacking, ["xx"])
    assert problem.startswith(f"xx emergencies, {kind}: {FEWEST[kind] - 1}")


def test_a_language_without_any_is_named():
    assert len(list(problems_of(enough("xx"), ["xx", "yy"]))) == len(KINDS)


def test_the_same_example_twice_is_named_whatever_its_kinds():
    twice = [*enough("xx"), EmergencyExample("now 0", "xx", "none")]
    assert list(problems_of(twice, ["xx"])) == ["xx emergencies: twice: now 0"]
