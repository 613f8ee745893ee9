"""Known faults of Rasa 3.6 that cost time, most at every turn, mended without changing what it does: one a file.

3.6.21 was the last open-source release, so none will be mended upstream. Each shows in a profile of any assistant.
"""

from bot.engine.rasa_faults import (
    action_results,
    chain_of_nodes,
    dialogue_states,
    domain_reading,
    event_classes,
    logged_copies,
    rules_by_state,
)

FAULTS = (
    action_results,
    chain_of_nodes,
    dialogue_states,
    domain_reading,
    event_classes,
    logged_copies,
    rules_by_state,
)


def mend() -> None:
    """Mend them for this process."""
    for fault in FAULTS:
        fault.mend()
