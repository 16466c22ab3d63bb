"""Every test has its own cache, data and configuration folders, and no way to those of the user."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("machines of any speed", deadline=None)
settings.load_profile("machines of any speed")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program keeps what it keeps."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"RELEASE_READER_{name}", str(folder / name.lower()))
    return folder
