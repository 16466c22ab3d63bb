"""What a few words beside a number or an address can be."""

from dataclasses import dataclass
from typing import Literal

PartKind = Literal["name", "role", "organisation", "address", "prose"]

# Signs that stand at the ends of words and are no part of them.
EDGES = " \t\n.,;:*_#>|/\\\"“”<>•·-–—=~`'’()[]"


@dataclass(frozen=True, slots=True)
class Part:
    """What a few words are. A name is `sure` when it holds a known given name, an initial or a title of courtesy."""

    kind: PartKind
    text: str
    sure: bool = True
