"""The documentation and the one command that builds what in it is generated."""
