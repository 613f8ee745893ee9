"""A dialogue's states are computed once; Rasa computes all anew for each prediction, twice (RasaHQ/rasa#9089).

A prediction replays the whole session into a tracker of its own, an event at a time, once for rules of texts and once
for rules of intents, so a turn takes longer the longer the session is. Here a tracker's states go on from where the
last prediction left them, as long as the events before are the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.trackers import DialogueStateTracker

stock = Domain.states_for_tracker_history
KEPT = "_kept_states"


@dataclass
class _Kept:
    """The states before each action of a dialogue, and the tracker as it is after the last event."""

    domain: Domain
    omit_unset_slots: bool
    tracker: DialogueStateTracker
    events: list[Event] = field(default_factory=list)
    states: list[State] = field(default_factory=list)

    def goes_on(self, domain: Domain, omit_unset_slots: bool, events: list[Event]) -> bool:
        same = self.domain is domain and self.omit_unset_slots == omit_unset_slots
        return same and len(self.events) <= len(events) and all(map(_is, self.events, events))

    def take(self, events: list[Event]) -> None:
        for event in events[len(self.events) :]:
            if isinstance(event, ActionExecuted):
                self.states.append(self.now())
            self.tracker.update(event)
        self.events = events

    def now(self) -> State:
        state = self.domain.get_active_state(self.tracker, omit_unset_slots=self.omit_unset_slots)
        return self.domain._clean_state(state)


def _is(one: Event, other: Event) -> bool:
    return one is other


def _states(
    self: Domain,
    tracker: DialogueStateTracker,
    omit_unset_slots: bool = False,
    ignore_rule_only_turns: bool = False,
    rule_only_data: dict[str, Any] | None = None,
) -> list[State]:
    if ignore_rule_only_turns:
        return list(stock(self, tracker, omit_unset_slots, ignore_rule_only_turns, rule_only_data))
    events = tracker.applied_events()
    kept = vars(tracker).get(KEPT)
    if kept is None or not kept.goes_on(self, omit_unset_slots, events):
        kept = vars(tracker)[KEPT] = _Kept(self, omit_unset_slots, tracker.init_copy())
    kept.take(events)
    # Who gets them takes texts or intents out.
    return [{kind: dict(features) for kind, features in state.items()} for state in (*kept.states, kept.now())]


def mend() -> None:
    """Mend it for this process."""
    Domain.states_for_tracker_history = _states
