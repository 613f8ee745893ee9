"""Keep other people's start-up chatter, and people's messages, out of our output and logs."""

import os
import warnings

from bot.logs import start_log


def quiet() -> None:
    """Silence telemetry, TensorFlow's banner, warnings and idle threads, and write the log without people's words.

    To be called before anything imports NumPy.

    Rasa's debug lines hold what people wrote; none may reach a log.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # A turn's matrices are small: more threads only wait for each other, on a core that the next turn could use.
    for library in ("OMP", "OPENBLAS", "MKL", "VECLIB"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    # Rasa draws a progress bar for each step of training at any lower level.
    os.environ["LOG_LEVEL"] = "ERROR"
    # Rasa sets filters of its own while it trains, so warnings are silenced where they are shown.
    warnings.showwarning = lambda *details, **more: None
    start_log()
