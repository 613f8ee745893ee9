"""Keep other people's start-up chatter, and people's messages, out of our output and logs."""

import logging
import os
import warnings

import structlog


def quiet() -> None:
    """Silence telemetry, TensorFlow's banner, and every log line and warning below an error.

    Rasa's debug lines hold what people wrote; none may reach a log.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # Rasa draws a progress bar for each step of training at any lower level.
    os.environ["LOG_LEVEL"] = "ERROR"
    # Rasa sets filters of its own while it trains, so warnings are silenced where they are shown.
    warnings.showwarning = lambda *details, **more: None
    logging.basicConfig(level=logging.ERROR)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
