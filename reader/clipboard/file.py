"""A private file, where everything else failed: the text is not lost and the user is told where it lies."""

import os
import tempfile
from pathlib import Path

from reader.clipboard.outcome import CopyOutcome, failed
from reader.folders import cache_folder

_WAY = "file"
NAME = "copied.txt"


def copy(text: str, name: str = NAME) -> CopyOutcome:
    """Save `text` where only the user can read it: one file in the cache folder, or a new one among temporary files."""
    data = text.encode("utf-8")
    try:
        return CopyOutcome(_WAY, "saved", str(_replace(cache_folder() / name, data)))
    except OSError:
        try:
            return CopyOutcome(_WAY, "saved", str(_write_new(Path(tempfile.gettempdir()), data)))
        except OSError as error:
            return failed(_WAY, f"no file could be written ({error.strerror})")


def _replace(path: Path, data: bytes) -> Path:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return _write_new(path.parent, data).replace(path)


def _write_new(folder: Path, data: bytes) -> Path:
    """A new file that only the user can read, which `mkstemp` sees to."""
    handle, name = tempfile.mkstemp(prefix="release-reader-", suffix=".txt", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        Path(name).unlink()
        raise
    return Path(name)
