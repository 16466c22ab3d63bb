"""A minute of random keys, searches and resizes on a few hundred releases, some of them hostile."""

from pathlib import Path

import pytest

from benchmarks.soak import soak
from tests.core.releases import write_releases
from tests.hostile import write_archive

SECONDS = 60.0
WARM = 20.0


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_the_screen_bears_use(tmp_path: Path, home: Path) -> None:
    archive = tmp_path / "archive"
    write_releases(archive, 300)
    write_archive(archive / "hostile", 11, 20)
    report = soak(archive, SECONDS, 20170524, {"RELEASE_READER_CACHE": str(home / "cache")})
    assert report.troubles == []
    assert len(report.firsts) > 50
    assert report.memory_at_end() < 1.1 * report.memory_after(WARM)
