"""Old-style insurance cards: when they are over, and what becomes of them then."""

from __future__ import annotations

from datetime import date

from actions.eligibility.explore import World
from actions.eligibility.parameters import parameters
from actions.eligibility.sources import DESTROY, KOUKI, OLD_CARDS, VALIDITY
from actions.eligibility.verdict import Verdict

# The insurers of which a leaflet says what to do with an old card.
DISPOSING = ("nippon_hatsujo", "kokuyo")


def tell_that_it_is_over(world: World, day: date, verdict: Verdict) -> None:
    """Say that old cards no longer work, whatever else is true, and where one goes that was told of."""
    rules, until = parameters(day), world.date("old_card_until")
    if world.known.get("old_card") is not False and day > rules.old_cards_end:
        verdict.because("old_cards_ended", VALIDITY, day=rules.old_cards_end)
    elif not world.known.get("old_card"):
        return
    elif world.known.get("scheme") == "kouki" and day > rules.kouki_cards_end:
        verdict.because("kouki_cards_ended", KOUKI, day=rules.kouki_cards_end)
    elif until and day > until and world.known.get("scheme") != "society":
        verdict.because("old_card_term_over", VALIDITY)
    else:
        return
    if world.known.get("old_card"):
        _dispose(world, day, verdict)


def _dispose(world: World, day: date, verdict: Verdict) -> None:
    """Say what becomes of it: two societies say so of their members' cards, everybody else asks."""
    insurer, left, end = world.known.get("insurer"), world.date("left_on"), parameters(day).old_card_return_end
    if left and left <= end:
        verdict.then(
            "return_old_card" if insurer == "nippon_hatsujo" else "ask_where_old_card_goes", OLD_CARDS, day=end
        )
    elif insurer in DISPOSING:
        verdict.then("destroy_old_card", DESTROY if insurer == "kokuyo" else OLD_CARDS)
    else:
        verdict.then("ask_whether_to_destroy_old_card", OLD_CARDS)
