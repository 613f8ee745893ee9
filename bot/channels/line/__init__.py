"""LINE: the assistant as an official account. What any messenger needs is in `bot/channels/messenger`."""
