"""Tests in real terminals, multiplexers, displays and SSH sessions."""
