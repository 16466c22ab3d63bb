"""Run many command lines one after the other where this is run, as the shell would: `commands_here.py LIST.json`."""

import json
import sys
from pathlib import Path

from reader.cli import main

for arguments in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    sys.argv = ["reader", *arguments]
    try:
        main()
    except SystemExit as exit_:
        sys.stderr.write(f"ENDED {exit_.code}\n")
