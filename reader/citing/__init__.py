"""Releases and quotations as citations one can paste, and as records for reference managers. Pure functions."""

from reader.citing.engine import Citation, cite
from reader.citing.export import EXPORTS, export
from reader.citing.markup import MARKUPS, Markup
from reader.citing.reference import Reference, reference_for
from reader.citing.styles import STYLES, Form, Style

__all__ = [
    "EXPORTS",
    "MARKUPS",
    "STYLES",
    "Citation",
    "Form",
    "Markup",
    "Reference",
    "Style",
    "cite",
    "export",
    "reference_for",
]
