"""Channels: a protocol on one side, messages and replies on the other. None knows another."""
