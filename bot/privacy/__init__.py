"""Privacy: nothing personal passes this line."""
