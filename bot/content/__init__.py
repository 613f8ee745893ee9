"""The content of `data/`: read once, typed, and proved whole."""
