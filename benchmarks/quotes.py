"""Scores quotations and speakers: `python benchmarks/quotes.py`, with the shared gold and corpus beside the checkout.

Prints the scorer's figures for the training and development articles, what other marks and damage change, releases a
second and core on real press releases, how time grows when hostile input doubles, and textacy with spaCy beside it
where these are installed. What is not there is skipped and said so.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from reader.parsing.speakers import attributed_quotes

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "gold" / "quotes"
CORPUS = SHARED / "corpus" / "senate"
DAMAGE = ("straight", "curly", "guillemets", "german", "cjk", "wrap", "space", "drop:0.1")
RELEASES_TIMED = 1000
HOSTILE_SIZE = 250_000
HOSTILE: dict[str, Callable[[int], str]] = {
    "one unclosed quotation": lambda size: 'He said "' + "the tide is in, he said. " * (size // 25),
    "nothing but marks": lambda size: '"' * (size // 25),
    "mixed marks": lambda size: "\"“”«»„‘' " * (size // 50),
    "from right to left": lambda size: 'قال "نعم" ثم ' * (size // 65),
    "one line of quotations": lambda size: '"It rains a lot," Marta Quillon said. ' * (size // 190),
}

Predictor = Callable[[str], list[dict[str, Any]]]


def main() -> int:
    if not GOLD.is_dir():
        print(f"no gold in {GOLD}: figures of quality skipped")
    else:
        for split in ("train", "dev"):
            print(f"== {split}\n{score(GOLD / f'{split}.jsonl', ours)}")
        damaged()
        beside_textacy()
    throughput()
    growth()
    return 0


def ours(text: str) -> list[dict[str, Any]]:
    fields = ("start", "end", "kind", "speaker", "speaker_start", "speaker_end")
    return [{field: getattr(quote, field) for field in fields} for quote in attributed_quotes(text)]


def score(gold: Path, predict: Predictor, *options: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("".join(answers(gold, predict)), encoding="utf-8")
        command = [sys.executable, str(GOLD / "score.py"), str(gold), str(predicted), *options]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def answers(gold: Path, predict: Predictor) -> Iterator[str]:
    for line in gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        yield json.dumps({"id": document["id"], "quotes": predict(document["text"])}) + "\n"


def end_to_end(gold: Path) -> float:
    return float(json.loads(score(gold, ours, "--json"))["end_to_end"]["f1"])


def damaged() -> None:
    plain = end_to_end(GOLD / "dev.jsonl")
    print(f"== other marks and damage (end to end, dev as it is {plain:.4f})")
    with tempfile.TemporaryDirectory() as folder:
        for how in DAMAGE:
            rewritten = Path(folder) / f"{how.partition(':')[0]}.jsonl"
            command = [sys.executable, "metamorph.py", "dev.jsonl", str(rewritten), how]
            subprocess.run(command, cwd=GOLD, capture_output=True, check=True)
            figure = end_to_end(rewritten)
            print(f"  {how:12} {figure:.4f}  {figure - plain:+.4f}")


def beside_textacy() -> None:
    if not all(importlib.util.find_spec(name) for name in ("textacy", "spacy")):
        print("== textacy with spaCy is not installed: comparison skipped")
        return
    import spacy

    try:
        pipeline = spacy.load("en_core_web_sm")
    except OSError:
        print("== spaCy has no model en_core_web_sm: comparison skipped")
        return
    start = time.perf_counter()
    figures = score(GOLD / "dev.jsonl", lambda text: theirs(pipeline(text)))
    print(f"== textacy with spaCy, dev, {time.perf_counter() - start:.0f} s\n{figures}")


def theirs(document: Any) -> list[dict[str, Any]]:
    from textacy.extract import direct_quotations

    return [
        {
            "start": found.content.start_char,
            "end": found.content.end_char,
            "speaker": " ".join(token.text for token in found.speaker),
            "speaker_start": found.speaker[0].idx if found.speaker else None,
            "speaker_end": found.speaker[-1].idx + len(found.speaker[-1]) if found.speaker else None,
        }
        for found in direct_quotations(document)
    ]


def throughput() -> None:
    files = sorted(CORPUS.glob("*/*"))[::3][:RELEASES_TIMED]
    if not files:
        print(f"no releases in {CORPUS}: throughput skipped")
        return
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    seconds = min(timed(texts) for _ in range(3))
    print(f"== {len(texts) / seconds:.0f} releases a second and core on {len(texts)} of the senate")


def timed(texts: Iterable[str]) -> float:
    start = time.process_time()
    for text in texts:
        attributed_quotes(text)
    return time.process_time() - start


def growth() -> None:
    print(f"== growth when hostile input doubles, up to {2 * HOSTILE_SIZE // 1000} kB (2.0 is linear)")
    for name, make in HOSTILE.items():
        once, twice = timed([make(HOSTILE_SIZE)]), timed([make(2 * HOSTILE_SIZE)])
        print(f"  {name:24} {once:6.2f} s  {twice:6.2f} s  x{twice / once:.1f}")


if __name__ == "__main__":
    sys.exit(main())
