"""An archive of any size for measuring: the releases at hand and, beyond them, new ones made of their paragraphs.

    python -m benchmarks.archive TARGET [--releases N] [--source FOLDER_OR_TAR …]

A new release has the first and last paragraph of one release and those between from two others, so that its words, its
length and its layout are as usual and no two are alike. The same seed gives the same archive. An archive that is there
already, of the size asked for, is left as it is.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tarfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SOURCES = (SHARED / "bench.tar.xz", SHARED / "senate")
IN_A_FOLDER = 1_000
_LONG_LINE = 1_500
_PIECE = 500


def make_archive(target: Path, releases: int, sources: tuple[Path, ...] = SOURCES, seed: int = 1) -> Path:
    """Fill `target` with so many releases and return it."""
    complete = target / ".complete"
    if complete.exists() and complete.read_text() == str(releases):
        return target
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for source in sources:
        _unpack(source, target)
    originals = sorted(path for path in target.rglob("*.txt") if path.is_file())
    for surplus in originals[releases:]:
        surplus.unlink()
    _grow(target, originals[:releases], releases, random.Random(seed))
    complete.write_text(str(releases))
    return target


def _unpack(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target / source.name)
        return
    with tarfile.open(source) as archive:
        archive.extractall(target / source.name.partition(".")[0], filter="data")


def _grow(target: Path, originals: list[Path], releases: int, chance: random.Random) -> None:
    for number in range(len(originals), releases):
        folder = target / "grown" / f"{number // IN_A_FOLDER:04}"
        folder.mkdir(parents=True, exist_ok=True)
        frame, one, other = (_paragraphs(path) for path in chance.sample(originals, 3))
        middle = [chance.choice(chance.choice((one, other))) for _ in frame[1:-1]]
        text = "\n\n".join([*frame[:1], *middle, *frame[1:][-1:]])
        (folder / f"{number:07}.txt").write_text(text, encoding="utf-8")


def _paragraphs(path: Path) -> list[str]:
    """The paragraphs of a file; a text all on one line is cut into pieces of the length of a paragraph."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return [piece for line in lines if line.strip() for piece in _pieces(line)] or [""]


def _pieces(line: str) -> list[str]:
    if len(line) < _LONG_LINE:
        return [line]
    pieces, piece = [], ""
    for word in line.split(" "):
        piece = f"{piece} {word}" if piece else word
        if len(piece) > _PIECE:
            pieces.append(piece)
            piece = ""
    return [*pieces, piece] if piece else pieces


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", type=Path)
    parser.add_argument("--releases", type=int, default=100_000)
    parser.add_argument("--source", type=Path, nargs="+", default=SOURCES)
    options = parser.parse_args()
    make_archive(options.target, options.releases, tuple(options.source))
    print(f"{options.releases:,} releases in {options.target}")


if __name__ == "__main__":
    main()
