"""What is opened where no path is named: the library opened last, or the samples. Needs nothing of the command line."""

from collections.abc import Iterable
from pathlib import Path

from reader.errors import ReaderError

STANDARD_INPUT = "-"


def sample_docs() -> Path:
    """The folder of sample releases: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "sample_docs"
    return installed if installed.is_dir() else package.parent / "sample_docs"


def roots_of(paths: Iterable[Path]) -> list[Path]:
    """The paths given or, without any, those that were open last or, the first time, the sample releases."""
    given = [path.resolve() for path in paths]
    if given:
        return given
    from reader.library.marks import Marks

    try:
        last = [root for root in Marks().last_library() if root.exists()]
    except ReaderError as error:
        from reader.cli.output import say

        say(str(error))
        last = []
    return last or [sample_docs()]
