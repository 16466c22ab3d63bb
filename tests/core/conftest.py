"""A small archive and its library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.store import Library, open_library
from tests.core.releases import write_releases


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    write_releases(folder, 5)
    return folder


@pytest.fixture
def library(archive: Path, tmp_path: Path) -> Iterator[Library]:
    library = open_library([archive], tmp_path / "cache")
    library.refresh()
    yield library
    library.close()


def names(library: Library) -> list[str]:
    return [Path(summary.path).name for summary in library.summaries(library.ids())]
