"""Release Reader: read, search, attribute and cite archives of press releases in a terminal."""

__version__ = "0.1.0"
