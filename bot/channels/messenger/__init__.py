"""What any messenger needs: messages taken once, answered in the background and in order, and cut to size."""
