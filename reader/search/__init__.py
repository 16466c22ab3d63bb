"""Search: query text → ranked releases, with the places in their text to mark."""
