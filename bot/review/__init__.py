"""Which texts of a language render today's original, and who has read them; sheets for those who read."""
