"""How often the assistant is right: labelled messages in, fractions out."""
