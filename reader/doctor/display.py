"""Whether colours, wide characters and right-to-left text come out as the screen expects them."""

import re
from collections.abc import Mapping

from reader.doctor.probe import SAMPLES, Answers
from reader.doctor.report import Finding

_COLOURS, _WIDTHS, _ORDER = "colours", "wide characters", "right-to-left text"
_WORD = "سلام"
_VTE_ORDERS = 5800  # 0.58, of GNOME 3.34

_TRUECOLOUR = (
    "This terminal has 16 million: put “export COLORTERM=truecolor” into your shell's start file (SSH loses it)."
)
_LOCALE = "Set LANG to a UTF-8 locale (such as C.UTF-8), and start tmux and screen anew, screen with -U."
_EMOJI = "Only lines with such emoji stand a little askew."


def examine(environment: Mapping[str, str], answers: Answers) -> list[Finding]:
    """What is shown, in three findings; `answers` is what the terminal said."""
    return [_colours(environment, answers), _widths(answers), _order(environment, answers)]


def _colours(environment: Mapping[str, str], answers: Answers) -> Finding:
    name = environment.get("TERM", "")
    if environment.get("NO_COLOR"):
        return Finding(_COLOURS, "works", "none, as NO_COLOR asks")
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Finding(_COLOURS, "works", "16 million")
    if name in ("dumb", "unknown"):
        return Finding(_COLOURS, "fails", f"none, as TERM is {name}", "Set TERM to your terminal's name.")
    count = "256" if name.endswith(("-256color", "-kitty")) else "16"
    if answers.all_colours:
        return Finding(_COLOURS, "unsure", f"{count}, though the terminal has more", _TRUECOLOUR)
    return Finding(_COLOURS, "works", f"{count}, by TERM={name}")


def _widths(answers: Answers) -> Finding:
    if not answers.widths:
        return Finding(_WIDTHS, "unsure", "not measured: no terminal answers")
    wrong = [(sample, seen) for sample, seen in zip(SAMPLES, answers.widths, strict=True) if seen != sample.columns]
    if not wrong:
        return Finding(_WIDTHS, "works", f"{len(SAMPLES)} samples measured, all as the screen counts them")
    detail = "; ".join(f"{sample.name} takes {seen} columns, not {sample.columns}" for sample, seen in wrong)
    if any(sample.in_prose for sample, _ in wrong):
        return Finding(_WIDTHS, "fails", detail, _LOCALE)
    return Finding(_WIDTHS, "unsure", detail, _EMOJI)


def _order(environment: Mapping[str, str], answers: Answers) -> Finding:
    if answers.orders_right_to_left or _is_vte(environment, answers):
        return Finding(_ORDER, "works", "the terminal puts it in order")
    look = f"Look: {_WORD} begins with {_WORD[0]}. It should stand at the right, and the letters join."
    if answers.orders_right_to_left is False:
        return Finding(_ORDER, "unsure", "the terminal can put it in order, but has that switched off", look)
    return Finding(_ORDER, "unsure", "the terminal does not say whether it puts it in order", look)


def _is_vte(environment: Mapping[str, str], answers: Answers) -> bool:
    said = re.match(r"VTE\((\d+)\)", answers.name or "")
    version = said[1] if said else "" if answers.name else environment.get("VTE_VERSION", "")
    return version.isdecimal() and int(version) >= _VTE_ORDERS
