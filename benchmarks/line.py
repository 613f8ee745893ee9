"""Measure the LINE webhook in a storm: 200 people who write 4 questions each within seconds, with the real engine.

Run as `python -m benchmarks.line`. The stand-in for LINE's platform is the tests'.
"""

import sys
import tempfile
import time

from tests.channels.line.conftest import environment
from tests.channels.line.stand_in import Moods, StandIn
from tests.channels.line.storm import MESSAGES, Process, raging, storm

PEOPLE = 200
QUESTIONS = ("資格確認書はいつ届きますか", "お金はかかりますか", "カードを家に忘れたらどうなりますか", "ありがとう")
ANSWERED_SECONDS = 1800

SERVE = [sys.executable, "-m", "bot.cli", "serve"]


def main() -> None:
    """Let the storm rage, and print what the webhooks and the answers took."""
    with StandIn(moods=Moods()).running() as platform, tempfile.TemporaryDirectory() as folder:
        process = Process(SERVE, environment(platform, f"sqlite:///{folder}/line.db"))
        process.start()
        start = time.monotonic()
        result = raging(process.address, storm(platform, PEOPLE, lambda _, place: QUESTIONS[place]))
        platform.wait_for(lambda: len(platform.sent) >= PEOPLE * MESSAGES, ANSWERED_SECONDS)
        answered = time.monotonic() - start
        process.kill()
    print(result.result())
    ways = [sent.way for sent in platform.sent]
    print(f"{len(ways)} answers in {answered:.0f} s: {ways.count('reply')} by reply, {ways.count('push')} by push")


if __name__ == "__main__":
    main()
