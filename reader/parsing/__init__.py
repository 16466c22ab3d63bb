"""Bytes → Release: pure functions, no SQL, no screen, no network."""
