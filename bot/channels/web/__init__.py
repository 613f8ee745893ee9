"""The web chat: the widget's messages in, numbered events out, live and again after a broken connection."""
