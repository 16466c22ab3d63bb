"""The errors a user can act on. Everything else that is raised is a bug."""


class ReaderError(Exception):
    """Something went wrong outside the program; the message says what and what to do about it."""


class UnreadableFile(ReaderError):
    """A release could not be read from the disk or is not text."""


class LibraryError(ReaderError):
    """The index or the reader's marks could not be opened, read or written."""


class SettingsError(ReaderError):
    """The settings file holds a value that cannot be used."""
