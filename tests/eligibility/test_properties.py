"""What holds for every case, however odd."""

from datetime import date
from typing import Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.eligibility.checks import CHECKS
from actions.eligibility.partial_date import DatedPartly, PartialDate
from bot.answers.decision_text import decision_text, sources_of
from bot.answers.eligibility_texts import eligibility_texts
from bot.content.language import languages
from bot.content.source import leaflets

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
DATED = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]).flatmap(lambda form: DAYS.map(lambda day: day.strftime(form)))
STRATEGIES = {
    bool: st.booleans(),
    date: DAYS,
    DatedPartly: DATED.map(PartialDate),
    PartialDate: (DATED | DAYS.map(lambda day: f"--{day:%m-%d}")).map(PartialDate),
}


def _values(annotation):
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    return st.one_of(*(STRATEGIES.get(kind) or st.sampled_from(get_args(kind)) for kind in kinds))


# What a decision is for, as the day itself is: another day is another question, not a further fact.
QUESTION = {"visit_day"}


def facts_of(check, without=frozenset()):
    fields = {
        name: st.none() | _values(field.annotation)
        for name, field in check.facts.model_fields.items()
        if name not in without
    }
    return st.fixed_dictionaries(fields).map(lambda values: {k: v for k, v in values.items() if v is not None})


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@given(data=st.data())
def test_another_known_fact_never_turns_a_decided_outcome_into_another(check, data):
    known, day = data.draw(facts_of(check)), data.draw(DAYS)
    before = check.decide(check.facts(**known), day)
    more = data.draw(facts_of(check, without=QUESTION))
    after = check.decide(check.facts(**{**more, **known}), day)
    if before.outcome not in ("depends", "contradiction") and after.outcome != "contradiction":
        assert (after.outcome, after.certainty) == (before.outcome, before.certainty)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@given(data=st.data())
def test_every_decision_can_be_told_with_its_sources(check, data):
    facts = check.facts(**data.draw(facts_of(check)))
    decision = check.decide(facts, data.draw(DAYS))
    assert decision.outcome == "contradiction" or not set(decision.missing) & set(facts.known())
    assert all(source.leaflet in leaflets() for source in sources_of(decision))
    if decision.outcome not in ("depends", "contradiction"):
        assert decision.reasons and sources_of(decision)
    else:
        assert decision.missing
    for language in languages():
        assert "{" not in decision_text(decision, language)


DATES = [
    (check, name)
    for check in CHECKS.values()
    for name, field in check.facts.model_fields.items()
    if date in get_args(field.annotation)
]


@pytest.mark.parametrize(("check", "name"), DATES, ids=[f"{check.name}: {name}" for check, name in DATES])
@pytest.mark.parametrize("day", [date.min, date(1849, 12, 31), date(2201, 1, 1), date.max])
def test_a_date_out_of_reach_is_refused(check, name, day):
    with pytest.raises(ValueError, match="1850 to 2200"):
        check.facts(**{name: day})


@pytest.mark.parametrize("language", languages())
def test_every_outcome_reason_and_step_has_a_text(language):
    texts = eligibility_texts(language)
    for group in (texts.reasons, texts.steps, texts.dates, texts.changes, texts.headings, *texts.outcomes.values()):
        assert all(text.strip() for text in group.values())


@pytest.mark.parametrize("language", languages())
def test_every_fact_of_every_check_can_be_asked_for(language):
    asked = set(eligibility_texts(language).facts)
    assert {name for check in CHECKS.values() for name in check.facts.model_fields} == asked


@pytest.mark.parametrize("text", ["", "2021-13", "2021-02-30", "1700", "--02-30", "21-3-4", "2021-00"])
def test_a_date_that_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate(text)


@pytest.mark.parametrize("language", languages())
def test_choices_have_labels(language):
    for check in CHECKS.values():
        for name, field in check.facts.model_fields.items():
            for kind in get_args(field.annotation):
                if getattr(kind, "__origin__", None) is Literal:
                    text = eligibility_texts(language).facts[name]
                    assert set(get_args(kind)) == set(text.choices or text.states)
