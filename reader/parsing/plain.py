"""Plain text, in which exports leave a few tags, entities and escaped signs (`\\$`) behind."""

import re

from reader.parsing.document import Document
from reader.parsing.markup import Rewriting

_ESCAPE = re.compile(r"\\(?=[$%&#_*~\[\]`>])")


def read_plain(text: str) -> Document:
    """The document in a plain text."""
    if not ("<" in text or "&" in text or "\\" in text):
        return Document(text)
    rewriting = Rewriting(text)
    rewriting.undo_html()
    for escape in _ESCAPE.finditer(text):
        rewriting.replace(*escape.span())
    return rewriting.document()
