"""Whether colours, wide characters and right-to-left text come out as the screen expects them."""

import re
from collections.abc import Mapping

from reader.clipboard import tmux
from reader.clipboard.surroundings import Surroundings
from reader.doctor import advice
from reader.doctor.probe import SAMPLES, Answers
from reader.doctor.report import Finding

_COLOURS, _WIDTHS, _ORDER = "colours", "wide characters", "right-to-left text"
_WORD = "سلام"
_VTE_ORDERS = 5800  # 0.58, of GNOME 3.34


def examine(where: Surroundings, answers: Answers) -> list[Finding]:
    """What is shown, in three findings; `answers` is what the terminal said."""
    return [_colours(where, answers), _widths(answers), _order(where.environment, answers)]


def _colours(where: Surroundings, answers: Answers) -> Finding:
    environment = where.environment
    name = environment.get("TERM", "")
    if "NO_COLOR" in environment:  # Textual asks no more
        return Finding(_COLOURS, "works", "none, as NO_COLOR asks")
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        if where.tmux and tmux.answers(where) and "RGB" not in tmux.ask("#{client_termfeatures}", where):
            remedy = advice.tmux_feature("RGB", where)
            return Finding(_COLOURS, "unsure", "16 million, of which tmux lets 256 through", remedy)
        return Finding(_COLOURS, "works", "16 million")
    if name in ("dumb", "unknown"):
        return Finding(_COLOURS, "fails", f"none, as TERM is {name}", advice.TERM)
    count = "256" if name.endswith(("-256color", "-kitty")) else "16"
    if answers.all_colours:
        return Finding(_COLOURS, "unsure", f"{count}, though the terminal has more", advice.TRUECOLOUR)
    return Finding(_COLOURS, "works", f"{count}, by TERM={name}")


def _widths(answers: Answers) -> Finding:
    if not answers.widths:
        return Finding(_WIDTHS, "unsure", "not measured: no terminal answers")
    wrong = [(sample, seen) for sample, seen in zip(SAMPLES, answers.widths, strict=True) if seen != sample.columns]
    if not wrong:
        return Finding(_WIDTHS, "works", f"{len(SAMPLES)} samples measured, all as the screen counts them")
    detail = "; ".join(f"{sample.name} takes {seen} columns, not {sample.columns}" for sample, seen in wrong)
    if any(sample.in_prose for sample, _ in wrong):
        return Finding(_WIDTHS, "fails", detail, advice.LOCALE)
    return Finding(_WIDTHS, "unsure", detail, advice.EMOJI)


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
