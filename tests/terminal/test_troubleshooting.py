"""The settings and messages in docs/troubleshooting.md are those of the real tmux and of the program."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.clipboard import CopyOutcome
from tests.terminal.servers import Tmux

PAGE = (Path(__file__).parents[2] / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```tmux\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_tmux_takes_each_setting(block: str, open_tmux: Callable[..., Tmux], tmp_path: Path) -> None:
    configuration = tmp_path / "page.conf"
    configuration.write_text(block)
    tmux = open_tmux()
    tmux.run("source-file", str(configuration))
    options = tmux.run("show-options", "-s")
    assert all(line.split()[-1].strip("',") in options for line in block.splitlines())


@pytest.mark.parametrize(
    "outcome",
    [
        CopyOutcome("xclip", "verified", "the clipboard"),
        CopyOutcome("tmux", "verified", "tmux's buffer; the terminal may follow"),
        CopyOutcome("tmux", "verified", "tmux's buffer only"),
        CopyOutcome("terminal", "sent", ""),
        CopyOutcome("file", "saved", "…"),
    ],
)
def test_every_message_is_explained(outcome: CopyOutcome) -> None:
    assert f"| {outcome.sentence('Contact')} |" in PAGE


def test_there_are_settings_to_try() -> None:
    assert len(BLOCKS) == 3
