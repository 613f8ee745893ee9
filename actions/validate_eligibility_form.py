"""The form behind the personal checks: takes in what a message tells, and names the next question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import dropwhile, islice
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.eligibility.case import Case
from actions.eligibility.checks import CHECKS
from actions.eligibility.contradictions import in_future
from actions.eligibility.facts import Facts
from actions.message_facts import IMPOSSIBLE, RESTART, STOP, UNDO, UNKNOWN, WHY, Told, read_facts, read_value
from bot import clock

CASE = "case"
# What is said where the person stops a check.
OVER = "utter_check_over"
REQUESTED = "requested_slot"
# What is asked for once a check is decided: corrections and further facts still come in, until something else is said.
NEXT = "next"
# A message of these intents is a question or a wish of its own, unless it answers what was asked.
INTERRUPTIONS = {
    "faq",
    "bot_identity",
    "change_language",
    "greet",
    "human_handoff",
    "medical_advice",
    "thank",
    "unspoken_language",
    "which_language",
}
# What a short yes, no, don't know or date may be taken for.
MISHEARD = {"faq", "bot_identity", "goodbye", "greet", "thank"}
GOODBYE = "goodbye"
SESSION_START = "action_session_start"
EMERGENCIES = {"medical_emergency", "possible_emergency"}
NO_EMERGENCY = "no_emergency"
# What is asked for while a check waits for somebody to be well: no fact, so the form says nothing.
WELL = "well"
MOST_FAILURES = 2
# In letters; a longer message that has "stop" or "no" in it is about something.
SHORT = 20
BUTTON = "/"


class ValidateEligibilityForm(Action):
    """Runs at every message while a check is going on.

    Which facts are asked for, and in which order, is the rule's to say (`Decision.missing`).
    """

    def name(self) -> str:
        """Return the name that Rasa derives from the form's."""
        return "validate_eligibility_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Return the case with what the message told and what was decided, and the next fact to ask for.

        No event means that the message is no answer: Rasa then lets the rules reply to it and comes back to the form.
        """
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        told = Told.from_entities(tracker.latest_message.get("entities") or [])
        today, asked = clock.today(), tracker.get_slot(REQUESTED)
        case = Case.from_slot(tracker.get_slot(CASE))
        if intent in CHECKS and not _goes_on(case, asked, intent, told):
            return _events(_started(intent, case, told, _told_before(tracker), today), today)
        if case is None or asked is None:
            return [SlotSet(REQUESTED, None)]
        if _replied(tracker):
            return [SlotSet(REQUESTED, WELL)] if intent in EMERGENCIES else _returned(case, told, asked, today)
        if intent == NO_EMERGENCY:
            return _kept(case, case.next_fact() or NEXT)
        asked = (case.next_fact() or NEXT) if asked == WELL else asked
        events = _turn(case, told, asked, intent, today, short=_short(tracker.latest_message.get("text") or ""))
        if SlotSet(CASE, None) in events:
            dispatcher.utter_message(response=OVER)
        return events


def _short(text: str) -> bool:
    return text.startswith(BUTTON) or len(text) <= SHORT


def _turn(case: Case, told: Told, asked: str, intent: str | None, today: date, *, short: bool) -> list[EventType]:
    """Return what a message inside a check changes; nothing where it is no answer."""
    if intent in EMERGENCIES and not told.plain:
        return []
    if short and STOP in told.answers:
        return [SlotSet(CASE, None), SlotSet(REQUESTED, None)]
    if short and RESTART in told.answers:
        return _events(Case(case.check), today)
    if short and UNDO in told.answers and not told.facts:
        case.undo()
        return _events(case, today)
    if asked == NEXT:
        return _after_the_decision(case, told, intent, today)
    if WHY in told.answers and not told.facts:
        case.remark = WHY
        return _kept(case, asked)
    tells = _tells(case, told, asked, today) or (short and intent in MISHEARD and bool(told.answers))
    if intent == GOODBYE and not tells:
        return [SlotSet(CASE, None), SlotSet(REQUESTED, None)]
    if intent in INTERRUPTIONS and not tells:
        return []
    return _continued(case, told, asked, today)


def _returned(case: Case, told: Told, asked: str, today: date) -> list[EventType]:
    """Return what a question of its own told besides, where that changes the outcome; else the check goes on as it was.

    Once it is decided there is nothing to go on with.
    """
    facts, outcome = {} if told.supposed else read_facts(told.facts, today), case.decided.outcome
    if facts:
        case.remark = None
        case.tell(facts, today)
        if case.decide(today).outcome != outcome:
            return _kept(case, case.next_fact() or NEXT)
    return [SlotSet(REQUESTED, None if asked == NEXT else asked)]


def _after_the_decision(case: Case, told: Told, intent: str | None, today: date) -> list[EventType]:
    """Return what a correction or a further fact changes; a question of its own is left to the rules."""
    facts = {} if told.supposed else read_facts(told.facts, today)
    if not facts or (intent in INTERRUPTIONS and not _corrects(case, facts)):
        return []
    case.remark, case.unused = None, list(told.unused)
    case.tell(facts, today)
    return _events(case, today)


def _goes_on(case: Case | None, asked: str | None, intent: str, told: Told) -> bool:
    """Tell whether a message that sounds like the start of a check belongs to the one that is going on."""
    if case is None or asked is None:
        return False
    if asked == NEXT:
        return intent == case.check and bool(told.facts) and "applies_for" not in told.facts
    open_facts = {asked, *case.decided.missing}
    return intent == case.check or bool(open_facts & told.facts.keys()) or bool(told.answers)


def _tells(case: Case, told: Told, asked: str, today: date) -> bool:
    """Tell whether a message answers the question asked, or corrects what was said before."""
    if told.supposed:
        return False
    facts = read_facts(told.facts, today)
    return asked in facts or bool(facts.keys() & set(case.decided.missing)) or _corrects(case, facts)


def _corrects(case: Case, facts: dict[str, Any]) -> bool:
    return any(fact in case.facts and value != case.facts[fact] for fact, value in facts.items())


def _told_before(tracker: Tracker) -> dict[str, str]:
    """Return what the person told of their case earlier in this session, and no check has noted yet.

    Not what they only supposed, and nothing that Rasa doesn't keep of the messages anyway.
    """
    facts: dict[str, str] = {}
    for event in _since_last_check(tracker.events):
        told = Told.from_entities(event.get("parse_data", {}).get("entities") or [])
        if not told.supposed:
            facts = {**told.facts, **facts}
    return facts


def _since_last_check(events: Sequence[EventType]) -> Iterator[EventType]:
    """Yield the messages before the latest one, backwards, up to where a case was last noted or the session began."""
    before = dropwhile(lambda event: event["event"] != "user", reversed(events))
    for event in islice(before, 1, None):
        if event.get("name") in (CASE, SESSION_START):
            return
        if event["event"] == "user":
            yield event


def _replied(tracker: Tracker) -> bool:
    """Tell whether the message was a question of its own that has been replied to, and the form is back."""
    since = next(place for place, event in enumerate(reversed(tracker.events)) if event["event"] == "user")
    return any(event["event"] == "bot" for event in tracker.events[len(tracker.events) - since :])


def _events(case: Case, today: date) -> list[EventType]:
    """Decide, once a turn, and return the case with the next fact to ask for."""
    case.decide(today)
    return _kept(case, case.next_fact() or NEXT)


def _kept(case: Case, asked: str) -> list[EventType]:
    return [SlotSet(CASE, case.to_slot()), SlotSet(REQUESTED, asked)]


def _started(check: str, last: Case | None, told: Told, before: dict[str, str], today: date) -> Case:
    """Return a new case; what was told in another check today is still so, unless it is about somebody else now."""
    case = Case(check, unused=list(told.unused))
    same = last is not None and last.check != check and last.day == today.isoformat()
    if last is not None and same and told.facts.get("applies_for", "self") == last.facts.get("applies_for", "self"):
        case.facts = dict(last.facts)
    facts = read_facts(before | ({} if told.supposed else told.facts), today)
    if facts:
        case.tell(facts, today)
    case.understood = list(case.facts)
    return _dated(case, told.answers, today)


def _dated(case: Case, answers: Sequence[str], today: date) -> Case:
    """Note a bare date that answers nothing that was asked, to ask which date it is."""
    dates = (answer for answer in answers if any(read_value(fact, answer, today) for fact in case.rule.dates))
    case.bare_date = next(dates, None)
    case.remark = "which_date" if case.bare_date else None
    return case


def _continued(case: Case, told: Told, asked: str, today: date) -> list[EventType]:
    case.understood, case.unused, case.remark = [], list(told.unused), None
    told = _refitted(case, told, asked, today)
    facts = read_facts(told.facts, today)
    # "No wait, it is registered" says no to nothing: where a fact is named, a bare word belongs to it.
    if not facts and (answer := _answer(case, told, asked, today)):
        facts = read_facts({asked: answer}, today)
    if facts:
        case.failures = 0
        case.tell(_coherent(case, facts, today), today)
        return _events(case, today)
    if UNKNOWN in told.answers or case.failures + 1 >= MOST_FAILURES:
        case.unknown.append(asked)
        case.failures, case.remark = 0, UNKNOWN
        return _events(case, today)
    case.failures += 1
    case = _dated(case, told.answers, today)
    case.remark = case.remark or (IMPOSSIBLE if IMPOSSIBLE in told.facts.values() else _misread(told))
    return _kept(case, asked)


def _refitted(case: Case, told: Told, asked: str, today: date) -> Told:
    """Return what was told with an answer that can't be one, a card issued in days to come, as a bare date."""
    value = told.facts.get(asked)
    if value is None or asked not in case.rule.dates or _fits(case, asked, value, today):
        return told
    facts = {fact: other for fact, other in told.facts.items() if fact != asked}
    return replace(told, facts=facts, answers=[*told.answers, value])


def _coherent(case: Case, facts: dict[str, Any], today: date) -> dict[str, Any]:
    """Return facts that go together: the "no" of "no wait, it is registered" says nothing of the card."""
    corrected = {fact: value for fact, value in facts.items() if case.facts.get(fact, value) != value}
    return corrected if corrected and case.rule.contradicting(Facts(**facts), today) else facts


def _misread(told: Told) -> str:
    return IMPOSSIBLE if IMPOSSIBLE in told.answers else "not_understood"


def _answer(case: Case, told: Told, asked: str, today: date) -> str | None:
    """Return the bare answer that fits the question: in "it ran out in March" the date, whatever else it has in it."""
    return next((value for value in told.answers if _fits(case, asked, value, today)), None)


def _fits(case: Case, asked: str, value: str, today: date) -> bool:
    """Tell whether a word can answer the question: no day to come is one on which a card was issued."""
    facts = read_facts({asked: value}, today)
    return bool(facts) and not in_future(Facts(**facts).told(), today, *case.rule.past)
