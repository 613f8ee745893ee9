"""What a visitor loads, measured on the wire with all headers."""

import pytest

from benchmarks.wire import Wire

MOST_BEFORE, MOST_IN_ALL = 8_000, 30_000


@pytest.mark.parametrize("words", ["ja"], indirect=True)
@pytest.mark.parametrize("language", ["ja", "en", "ne", "vi"])
def test_little_travels_before_the_button_is_pressed_and_not_much_in_all(embed, page, server, language):
    wire = Wire(page, server.address)
    embed({"language": language}, waits=False)
    launcher = page.locator(f".launching:lang({language}) .launcher")
    launcher.wait_for()
    page.wait_for_load_state("networkidle")
    assert 0 < wire.bytes <= MOST_BEFORE
    launcher.click()
    page.locator(".theirs").first.wait_for()
    page.wait_for_timeout(500)
    assert MOST_BEFORE < wire.bytes <= MOST_IN_ALL
