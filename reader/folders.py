"""Where the program keeps what it keeps: three folders of the user's, each movable by an environment variable."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("release-reader", appauthor=False)


def cache_folder() -> Path:
    """For what can be made again: the indexes. `RELEASE_READER_CACHE` moves it."""
    return _moved("CACHE", _DIRS.user_cache_path)


def data_folder() -> Path:
    """For what cannot be made again: the reader's own marks. `RELEASE_READER_DATA` moves it."""
    return _moved("DATA", _DIRS.user_data_path)


def config_folder() -> Path:
    """For the settings file. `RELEASE_READER_CONFIG` moves it."""
    return _moved("CONFIG", _DIRS.user_config_path)


def _moved(name: str, usual: Path) -> Path:
    chosen = os.environ.get(f"RELEASE_READER_{name}")
    return Path(chosen) if chosen else usual
