"""Rules are looked up by the action and the intent that they follow; Rasa tries every one (RasaHQ/rasa#8850).

It also goes back to the session's beginning with those that fit, though no rule is longer than a few steps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import State
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

stock = RulePolicy._get_possible_keys
KEPT = "_kept_rules"


@dataclass
class _Rules:
    """The rules of a lookup by what their last state asks for: an action, an intent, None where anything will do."""

    lookup: dict[str, str]
    by_last: dict[tuple[Any, Any], list[str]] = field(default_factory=lambda: defaultdict(list))
    lengths: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key in self.lookup:
            states = RulePolicy._rule_key_to_state(key)
            self.lengths[key] = len(states)
            self.by_last[_asked(states[-1]) if states else (None, None)].append(key)

    def that_may_fit(self, state: State) -> Iterator[str]:
        action, intent = state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME), state.get(USER, {}).get(INTENT)
        for place in {(action, intent), (action, None), (None, intent), (None, None)}:
            yield from self.by_last.get(place, ())


def _asked(state: State) -> tuple[Any, Any]:
    values = state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME), state.get(USER, {}).get(INTENT)
    action, intent = (value if value and value != SHOULD_NOT_BE_SET else None for value in values)
    return action, intent


def _possible(self: RulePolicy, lookup: dict[str, str], states: list[State]) -> set[str]:
    """Return the rules whose every state fits the dialogue's, counted from the end."""
    if not states:
        return set(lookup)
    kept = vars(self).setdefault(KEPT, {})
    if id(lookup) not in kept or len(kept[id(lookup)].lengths) != len(lookup):
        kept[id(lookup)] = _Rules(lookup)
    rules = kept[id(lookup)]
    fit = {key for key in rules.that_may_fit(states[-1]) if self._is_rule_applicable(key, 0, states[-1])}
    for back in range(1, min(len(states), max((rules.lengths[key] for key in fit), default=0))):
        fit = {key for key in fit if self._is_rule_applicable(key, back, states[-1 - back])}
    return fit


def mend() -> None:
    """Mend it for this process."""
    RulePolicy._get_possible_keys = _possible
