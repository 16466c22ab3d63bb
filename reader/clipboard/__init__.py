"""Put text on the user's clipboard and say truthfully what happened.

`copy` works down a chain of ways, best first, and answers with a `CopyOutcome`: the way that was taken, how much is
known about its success, and why the better ways were not.
"""

from reader.clipboard.chain import copy
from reader.clipboard.outcome import CopyOutcome
from reader.clipboard.rich import FORMS, Rich

__all__ = ["FORMS", "CopyOutcome", "Rich", "copy"]
