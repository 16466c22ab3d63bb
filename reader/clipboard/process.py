"""Run another program so that it can neither hang the reader nor print on its screen.

Input and output are files without a name, never pipes: a clipboard tool stays alive in the background to serve what it
was given, and would hold a pipe open for as long. The program gets a session of its own, so it has no terminal to write
to, a closing terminal does not take it along, and one signal ends it with everything it started.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from reader.parsing.decode import clean_line

TIME_LIMIT = 2.0


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended. `code` is its exit code, `None` when it did not start or was stopped at the time limit.

    `output` is what it wrote until then, `complaint` the last line of its error output, or why there is no exit code.
    """

    code: int | None
    output: bytes
    complaint: str


def run(
    command: Sequence[str], data: bytes = b"", *, environment: Mapping[str, str], seconds: float = TIME_LIMIT
) -> Finished:
    """Give `data` to `command` and wait for it to end, at most `seconds`. Never raises."""
    try:
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            given.write(data)
            given.seek(0)
            process = _start(command, environment, given, output, errors)
            code = _wait(process, seconds)
            if code is None:
                return Finished(None, _content(output), f"no answer within {seconds:g} s")
            return Finished(code, _content(output), _last_line(_content(errors)))
    except OSError as error:
        return Finished(None, b"", f"{command[0]}: {error.strerror}")


def _start(
    command: Sequence[str], environment: Mapping[str, str], given: IO[bytes], output: IO[bytes], errors: IO[bytes]
) -> subprocess.Popen[bytes]:
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(
        command,
        stdin=given,
        stdout=output,
        stderr=errors,
        env=environment,
        start_new_session=True,
        creationflags=flags,
    )


def _wait(process: subprocess.Popen[bytes], seconds: float) -> int | None:
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return None


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _last_line(errors: bytes) -> str:
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    return clean_line(lines[-1].strip()) if lines else ""
