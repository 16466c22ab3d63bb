"""Write the doctor's report on wherever this is run, as JSON: `doctor_here.py RESULT`."""

import sys
from pathlib import Path

from reader.doctor import examine

if __name__ == "__main__":
    result = Path(sys.argv[1])
    finished = result.with_suffix(".part")
    finished.write_text(examine().json(), encoding="utf-8")
    finished.replace(result)
