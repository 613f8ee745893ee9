"""The form behind the personal checks: takes in what a message tells, and names the next question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import dropwhile, islice
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.eligibility.case import Case
from actions.eligibility.checks import CHECKS
from actions.message_facts import EXPIRED, RESTART, STOP, UNDATED, UNKNOWN, Told, read_value
from bot import clock

CASE = "case"
REQUESTED = "requested_slot"
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


class ValidateEligibilityForm(Action):
    """Runs at every message while a check is going on.

    Which facts are asked for, and in which order, is the rule's to say (`Decision.missing`).
    """

    def name(self) -> str:
        """Return the name that Rasa derives from the form's."""
        return "validate_eligibility_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Return the case with what the message told, and the next fact to ask for.

        No event means that the message is no answer: Rasa then lets the rules reply to it and comes back to the form.
        """
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        told = Told.from_entities(tracker.latest_message.get("entities") or [])
        today, asked = clock.today(), tracker.get_slot(REQUESTED)
        case = Case.from_slot(tracker.get_slot(CASE))
        if intent in CHECKS and not _goes_on(case, asked, intent, told):
            return _events(_started(intent, {**_told_before(tracker), **told.facts}, today), today)
        if case is None or asked is None:
            return [SlotSet(REQUESTED, None)]
        if _replied(tracker):
            return [SlotSet(REQUESTED, WELL if intent in EMERGENCIES else asked)]
        if intent == NO_EMERGENCY:
            return _events(case, today)
        asked = case.next_fact(today) if asked == WELL else asked
        short = len(tracker.latest_message.get("text") or "") <= SHORT
        return _turn(case, told, asked, intent, today, short=short)


def _turn(case: Case, told: Told, asked: str, intent: str | None, today: date, *, short: bool) -> list[EventType]:
    """Return what a message inside a check changes; nothing where it is no answer."""
    if intent in EMERGENCIES and not told.plain:
        return []
    if short and STOP in told.answers:
        return [SlotSet(CASE, None), SlotSet(REQUESTED, None)]
    if short and RESTART in told.answers:
        return _events(Case(case.check), today)
    tells = _tells(case, told, asked, today) or (short and intent in MISHEARD and bool(told.answers))
    if intent == GOODBYE and not tells:
        return [SlotSet(CASE, None), SlotSet(REQUESTED, None)]
    if intent in INTERRUPTIONS and not tells:
        return []
    return _events(_continued(case, told, asked, today), today)


def _goes_on(case: Case | None, asked: str | None, intent: str, told: Told) -> bool:
    """Tell whether a message that sounds like the start of a check belongs to the one that is going on."""
    if case is None or asked is None:
        return False
    return intent == case.check or asked in told.facts or bool(told.answers)


def _tells(case: Case, told: Told, asked: str, today: date) -> bool:
    """Tell whether a message answers the question asked, or corrects what was said before."""
    if told.supposed:
        return False
    if asked in told.facts:
        return True
    corrected = (
        (fact, read_value(case.rule.facts, fact, told.facts[fact], today)) for fact in told.facts.keys() & case.facts
    )
    return any(value is not None and value != case.facts[fact] for fact, value in corrected)


def _told_before(tracker: Tracker) -> dict[str, str]:
    """Return what the person told of their case earlier in this session, since the last check.

    Not what they only supposed, and nothing that Rasa doesn't keep of the messages anyway.
    """
    facts: dict[str, str] = {}
    for event in _since_last_check(tracker.events):
        told = Told.from_entities(event.get("parse_data", {}).get("entities") or [])
        if not told.supposed:
            facts = {**told.facts, **facts}
    return facts


def _since_last_check(events: Sequence[EventType]) -> Iterator[EventType]:
    """Yield the messages before the latest one, backwards, up to where a check ended or the session began."""
    before = dropwhile(lambda event: event["event"] != "user", reversed(events))
    for event in islice(before, 1, None):
        if event["event"] == "active_loop" or event.get("name") == SESSION_START:
            return
        if event["event"] == "user":
            yield event


def _replied(tracker: Tracker) -> bool:
    """Tell whether the message was a question of its own that has been replied to, and the form is back."""
    since = next(place for place, event in enumerate(reversed(tracker.events)) if event["event"] == "user")
    return any(event["event"] == "bot" for event in tracker.events[len(tracker.events) - since :])


def _events(case: Case, today: date) -> list[EventType]:
    return [SlotSet(CASE, case.to_slot()), SlotSet(REQUESTED, case.next_fact(today))]


def _started(check: str, facts: dict[str, str], today: date) -> Case:
    case = Case(check)
    _take(case, facts, today)
    case.remark = None
    return case


def _continued(case: Case, told: Told, asked: str, today: date) -> Case:
    over, case.understood, case.remark = case.remark == EXPIRED, [], None
    facts = {fact: value for fact, value in told.facts.items() if fact in case.rule.facts.model_fields}
    # "No wait, it is registered" says no to nothing: where a fact is named, a bare word belongs to it.
    if not facts and (answer := _answer(case, told, asked, today)):
        facts[asked] = answer
    _take(case, facts, today, over=over)
    if case.understood:
        case.failures = 0
    elif UNKNOWN in told.answers or case.failures + 1 >= MOST_FAILURES:
        case.unknown.append(asked)
        case.failures, case.remark = 0, UNKNOWN
    else:
        case.failures += 1
        case.remark = next((value for value in facts.values() if value in UNDATED), "not_understood")
    return case


def _answer(case: Case, told: Told, asked: str, today: date) -> str | None:
    """Return the bare answer that fits the question: in "it ran out in March" the date, whatever else it has in it."""
    fitting = (value for value in told.answers if read_value(case.rule.facts, asked, value, today) is not None)
    return next(fitting, next((value for value in told.answers if value in UNDATED), None))


def _take(case: Case, facts: dict[str, str], today: date, *, over: bool = False) -> None:
    """Add the facts that the check knows; a new value replaces an old one, as a correction does."""
    for fact, value in facts.items():
        if fact not in case.rule.facts.model_fields:
            continue
        read = read_value(case.rule.facts, fact, value, today, over=over)
        if read is not None and case.rule.facts.takes(**{**case.facts, fact: read}):
            case.facts[fact] = read
            case.understood.append(fact)
            case.unknown = [name for name in case.unknown if name != fact]
