"""What became of a copy, as a value: an outcome never says more than was seen."""

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["verified", "sent", "saved", "failed"]


@dataclass(frozen=True, slots=True)
class CopyOutcome:
    """The way a text took and how much is known about its arrival.

    `verified`: read back from where `detail` says it is. `sent`: given to the terminal, which never answers. `saved`:
    in the file that `detail` names. `failed`: nowhere, for the reason in `detail`. `tried` holds one line for every
    better way, saying why it was not to be had. `form` is what arrived: plain text, or the markup that holds italics.
    """

    way: str
    certainty: Certainty
    detail: str
    tried: tuple[str, ...] = ()
    form: str = "plain text"

    def sentence(self, what: str) -> str:
        """The toast's one line, where `what` names the thing copied ("Contact", "Citation")."""
        match self.certainty:
            case "verified":
                return f"{what} copied (checked in {self.detail})"
            case "sent":
                return f"{what} sent to the terminal; it may refuse"
            case "saved":
                return f"Could not copy: saved to {self.detail}"
            case "failed":
                return f"Could not copy: {self.detail}"


def failed(way: str, reason: str) -> CopyOutcome:
    """A way that was not to be had, and why."""
    return CopyOutcome(way, "failed", reason)
