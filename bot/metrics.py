"""What is counted of this process: how much, how fast and with what end; never what was said, or by whom.

`bot/channels/metrics.py` tells Prometheus. Where several processes serve together, `PROMETHEUS_MULTIPROC_DIR` names the
folder in which they count for one another; prometheus-client reads it when it is imported.
"""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

# A person notices a second, and leaves after ten; a turn takes 20 to 100 ms where nobody is waiting.
SECONDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)
# A messenger's answers wait for its platform too.
DELAYS = (0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600)

turns = Counter(
    "madoguchi_turns",
    "Messages that were answered, by how; `failed` where the assistant had no reply, `silent` where an agent speaks.",
    ["channel", "language", "outcome"],
)
turn_seconds = Histogram(
    "madoguchi_turn_seconds", "From a message to its stored replies, with all waiting.", ["channel"], buckets=SECONDS
)
refused = Counter("madoguchi_refused", "Requests that were turned away, by why.", ["channel", "reason"])
opinions = Counter("madoguchi_opinions", "What people thought of replies.", ["helpful", "reason"])
waiting = Gauge("madoguchi_messages_waiting", "Messages whose turn hasn't begun yet.", multiprocess_mode="livesum")
under_way = Gauge("madoguchi_turns_under_way", "Turns that are being taken.", multiprocess_mode="livesum")
messenger_seconds = Histogram(
    "madoguchi_messenger_seconds",
    "From what a messenger's platform told to its answer on its way.",
    buckets=DELAYS,
)
