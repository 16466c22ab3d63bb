"""A key as it is written on a keyboard."""

_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "quotation_mark": '"',
    "apostrophe": "'",
    "asterisk": "*",
    "colon": ":",
    "plus": "+",
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
    "up": "↑",
    "down": "↓",
}


def key_name(key: str) -> str:
    """`question_mark` is `?`, `ctrl+d` is `ctrl-d`."""
    return _NAMES.get(key, key.replace("ctrl+", "ctrl-").replace("shift+", "shift-"))
