"""What is loaded is left out of the searches for garbage, until the end."""

import gc

from bot.engine.settled import settled


def test_what_is_loaded_is_not_looked_through_for_garbage_until_the_end():
    with settled():
        assert gc.get_freeze_count() > 10_000
        assert len(gc.get_objects(generation=2)) < 1_000
    assert gc.get_freeze_count() == 0
