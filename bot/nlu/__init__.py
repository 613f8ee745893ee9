"""Language work: which language, which words, which topic, how sure."""
