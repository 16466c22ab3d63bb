"""Where the program keeps what it keeps: three folders of the user's, each movable by an environment variable.

What is kept no longer than the program runs lies in temporary folders.
"""

import os
import shutil
import tempfile
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("release-reader", appauthor=False)
_temporary: set[Path] = set()


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


def make_temporary_folder() -> Path:
    """A new folder that only the user can enter. Raises `OSError`."""
    folder = Path(tempfile.mkdtemp(prefix="release-reader-"))
    _temporary.add(folder)
    return folder


def remove_temporary_folder(folder: Path) -> None:
    """Remove one that was made, with all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)
    _temporary.discard(folder)


def remove_temporary_folders() -> None:
    """Remove all that were made, where the program ends at once."""
    for folder in tuple(_temporary):
        remove_temporary_folder(folder)
