"""The colours: dark, light, high contrast, and the terminal's own."""

from textual.theme import Theme

DEFAULT_THEME = "reader-dark"

THEMES = (
    Theme(
        name="reader-dark",
        primary="#7aa2d6",
        secondary="#5e81a8",
        accent="#e8b04b",
        warning="#e8b04b",
        error="#e06c75",
        success="#8fbf7f",
        foreground="#d9d7d0",
        background="#15181d",
        surface="#1a1e24",
        panel="#242a33",
        dark=True,
    ),
    Theme(
        name="reader-light",
        primary="#1f5a99",
        secondary="#4b7db0",
        accent="#a35200",
        warning="#a35200",
        error="#b3261e",
        success="#2e6b2e",
        foreground="#22252a",
        background="#faf8f3",
        surface="#f4f1ea",
        panel="#e6e1d6",
        dark=False,
    ),
    Theme(
        name="reader-high-contrast",
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ff8080",
        success="#80ff80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#303030",
        dark=True,
    ),
)
"""Beside Textual's own, of which `ansi-dark` and `ansi-light` take the terminal's colours."""

SPEAKERS_IN_THE_DARK = ("#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#d55e00")
SPEAKERS_IN_THE_LIGHT = ("#0072b2", "#8a5a00", "#00664a", "#934a74", "#6b6400", "#a34700")
"""The colours of one speaker after the other: six of eight that stay apart for the colour-blind (after Okabe and Ito).
A sign stands beside each. They are no rules of the style sheet, whose every component costs the start a third of a
millisecond."""
