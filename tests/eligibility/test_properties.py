"""What holds for every case, however odd."""

from datetime import date
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.eligibility.checks import CHECKS
from actions.eligibility.decision import Decision
from actions.eligibility.facts import USUAL, Facts
from actions.eligibility.implications import implied
from actions.eligibility.partial_date import DatedPartly, PartialDate
from bot.answers.decision_text import decision_text, sources_of
from bot.answers.eligibility_texts import eligibility_texts
from bot.content.language import languages
from bot.content.source import leaflets

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)) | st.dates(date(2025, 7, 1), date(2027, 12, 31))
DATED = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]).flatmap(lambda form: DAYS.map(lambda day: day.strftime(form)))
STRATEGIES = {
    bool: st.booleans(),
    int: st.integers(0, 130),
    date: DAYS,
    DatedPartly: DATED.map(PartialDate),
    PartialDate: (DATED | DAYS.map(lambda day: f"--{day:%m-%d}")).map(PartialDate),
}
EACH_CHECK = pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)


# A busy machine takes its time: how long a decision takes is for benchmarks.
settings.register_profile("cases", deadline=None)
settings.load_profile("cases")


def _values(annotation):
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    return st.one_of(*(STRATEGIES.get(kind) or st.sampled_from(get_args(kind)) for kind in kinds))


VALUES = {name: _values(field.annotation) for name, field in Facts.model_fields.items()}
# A case tells a few facts, seldom many: drawn all at once, nearly every one contradicts another.
FACTS = st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=8).flatmap(
    lambda names: st.fixed_dictionaries({name: VALUES[name] for name in names})
)
# What a rule works out of others where it isn't told.
COMPUTED = {"electronic_certificate": {"issued_on"}, "insurer_data": {"joining_now"}}
USUALLY = st.sampled_from(sorted(USUAL))


def told(decision):
    """Return what a person is told, but what was taken for granted."""
    return decision.model_dump(exclude={"usually"})


@EACH_CHECK
@given(known=FACTS, fact=USUALLY, day=DAYS)
def test_a_fact_that_has_its_usual_value_changes_nothing_but_what_is_taken_for_granted(check, known, fact, day):
    before = check.decide(Facts(**known), day)
    after = check.decide(Facts(**{fact: USUAL[fact], **known}), day)
    # What follows from other facts, or is computed from them, is not taken for granted.
    whole = implied(known, day)
    presumed = whole.get(fact, USUAL[fact]) == USUAL[fact] and not COMPUTED.get(fact, set()) & whole.keys()
    if presumed and "contradiction" not in (before.outcome, after.outcome):
        assert told(after) == told(before)
        assert {usual.fact for usual in after.usually} <= {usual.fact for usual in before.usually}


@EACH_CHECK
@given(known=FACTS, name=st.sampled_from(sorted(VALUES)), day=DAYS, data=st.data())
def test_what_was_decided_by_told_facts_alone_never_depends_on_another(check, known, name, day, data):
    before = check.decide(Facts(**known), day)
    after = check.decide(Facts(**{name: data.draw(VALUES[name]), **known}), day)
    if before.settled and not before.usually and not before.missing:
        assert after.outcome != "depends"


def _worlds(cases):
    for case in cases:
        yield from _worlds(case.cases) if case.cases else [case]


@EACH_CHECK
@given(known=FACTS, day=DAYS)
def test_a_date_or_step_that_is_the_same_in_every_world_is_told(check, known, day):
    decision = check.decide(Facts(**known), day)
    worlds = list(_worlds(decision.cases))
    if worlds:
        for name in ("dates", "steps"):
            first, *others = (list(getattr(world, name)) for world in worlds)
            assert not [item for item in first if all(item in other for other in others)]
        assert (len({(world.outcome, world.certainty) for world in worlds}) == 1) == decision.settled


@EACH_CHECK
@given(known=FACTS, day=DAYS)
def test_no_branch_is_lost(check, known, day):
    """Whatever a fact turns out to be, what is decided then was told before."""
    decision = check.decide(Facts(**known), day)
    for case in decision.cases:
        for value in case.values:
            then = check.decide(Facts(**known, **{case.fact: value}), day)
            assert then.outcome == (case.outcome or "depends")


@EACH_CHECK
@given(known=FACTS, day=DAYS)
def test_what_would_change_a_decision_does(check, known, day):
    decision = check.decide(Facts(**known), day)
    for usual in decision.usually:
        then = check.decide(Facts(**known, **{usual.fact: usual.unless}), day)
        if then.outcome != "contradiction":
            assert then.outcome == usual.outcome
            assert told(then) != told(decision)


@EACH_CHECK
@given(known=FACTS, day=DAYS)
def test_every_decision_can_be_told_with_its_sources(check, known, day):
    facts = Facts(**known)
    decision = check.decide(facts, day)
    asked = set(decision.missing) & {name for name, value in known.items() if not isinstance(value, PartialDate)}
    assert decision.outcome == "contradiction" or not asked
    assert all(source.leaflet in leaflets() for source in sources_of(decision))
    if decision.settled and not decision.cases:
        assert decision.reasons and sources_of(decision)
    elif not decision.settled:
        assert decision.missing
    for language in languages():
        assert "{" not in decision_text(decision, language)


@EACH_CHECK
@given(known=FACTS, day=DAYS)
def test_a_decision_is_the_same_when_it_was_kept_as_json(check, known, day):
    decision = check.decide(Facts(**known), day)
    assert Decision(**decision.model_dump(mode="json", exclude_defaults=True)) == decision


DATES = [name for name, field in Facts.model_fields.items() if date in get_args(field.annotation)]


@pytest.mark.parametrize("name", DATES)
@pytest.mark.parametrize("day", [date.min, date(1849, 12, 31), date(2201, 1, 1), date.max])
def test_a_date_out_of_reach_is_refused(name, day):
    with pytest.raises(ValueError, match="1850 to 2200"):
        Facts(**{name: day})


@pytest.mark.parametrize("language", languages())
def test_every_outcome_reason_and_step_has_a_text(language):
    texts = eligibility_texts(language)
    for group in (texts.reasons, texts.steps, texts.dates, texts.changes, texts.headings, *texts.outcomes.values()):
        assert all(text.strip() for text in group.values())


@pytest.mark.parametrize("language", languages())
def test_every_fact_has_words_and_what_is_asked_for_a_why(language):
    texts = eligibility_texts(language).facts
    assert texts.keys() == Facts.model_fields.keys()
    assert all(texts[name].why for check in CHECKS.values() for name in check.asks)


@pytest.mark.parametrize("text", ["", "2021-13", "2021-02-30", "1700", "--02-30", "21-3-4", "2021-00"])
def test_a_date_that_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate(text)


@pytest.mark.parametrize("language", languages())
def test_choices_have_labels(language):
    for name, field in Facts.model_fields.items():
        for kind in get_args(field.annotation):
            if getattr(kind, "__origin__", None) is Literal:
                assert set(get_args(kind)) == set(eligibility_texts(language).facts[name].choices)


@pytest.mark.parametrize("language", languages())
def test_what_decides_or_is_taken_for_granted_can_be_said_as_a_condition(language):
    texts = eligibility_texts(language).facts
    for entry in texts.values():
        assert not entry.clauses or set(entry.clauses) == set(entry.choices or ("true", "false"))
