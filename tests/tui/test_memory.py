"""What was closed takes no room: seen from outside, in a process of its own."""

import platform
import subprocess
import sys

import pytest

glibc = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps its memory otherwise")

FREED = """
import re
from pathlib import Path
from reader.tui.memory import give_back

def resident():
    return int(re.search(r"VmRSS:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])

give_back()
pages = [bytes(5_000) for _ in range(8_000)]
kept = pages[::1_000]
del pages
before = resident()
give_back()
print(before - resident())
"""

THREADS = """
import ctypes, threading
from reader.tui.memory import share_heaps
{asked}
together = threading.Barrier(5)
threads = [threading.Thread(target=lambda: (bytes(5_000), together.wait())) for _ in range(4)]
for thread in threads:
    thread.start()
ctypes.CDLL(None).malloc_stats()
together.wait()
"""


@glibc
def test_free_pages_between_those_in_use_are_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", FREED], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 30_000, "kB of the forty million bytes that were freed"


@glibc
def test_threads_share_the_heaps_that_there_are() -> None:
    heaps = {}
    for asked in ("", "share_heaps()"):
        script = THREADS.format(asked=asked)
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        heaps[asked] = done.stderr.count("Arena ")
    assert heaps["share_heaps()"] == 1 < heaps[""]
