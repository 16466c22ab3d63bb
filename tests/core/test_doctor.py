import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.clipboard.surroundings import Surroundings
from reader.doctor import Finding, Report, display
from reader.doctor.probe import SAMPLES, SILENT, Answers, understand

WIDTHS = tuple(sample.columns for sample in SAMPLES)


def positions(widths: tuple[int, ...]) -> bytes:
    return b"".join(b"\x1b[24;%dR" % (width + 1) for width in widths)


def state(answers: Answers, **environment: str) -> dict[str, str]:
    return {finding.subject: finding.state for finding in display.examine(Surroundings(environment), answers)}


class TestTheProbe:
    def test_counts_columns_as_the_screen_does(self) -> None:
        assert [cell_len(sample.text) for sample in SAMPLES] == list(WIDTHS)

    def test_hears_everything_a_terminal_says(self) -> None:
        answer = b"\x1bP>|Some Term(7.1)\x1b\\\x1b[8;1$y\x1bP1$r0;38:2::1:2:3m\x1b\\" + positions(WIDTHS)
        assert understand(answer + b"\x1b[?64;22;52c") == Answers("Some Term(7.1)", True, True, True, WIDTHS)

    def test_hears_a_terminal_that_knows_its_cursor_alone(self) -> None:
        assert understand(positions(WIDTHS) + b"\x1b[?1;2c") == Answers(widths=WIDTHS)

    def test_is_not_confused_by_keys_struck_meanwhile(self) -> None:
        assert understand(b"jj" + positions(WIDTHS[:3]) + b"q" + positions(WIDTHS[3:]) + b"\x1b[?1cx").widths == WIDTHS

    def test_takes_a_torn_answer_for_none(self) -> None:
        assert understand(positions(WIDTHS)) == SILENT
        assert understand(positions(WIDTHS[1:]) + b"\x1b[?1;2c").widths == ()

    def test_lets_no_order_through_in_a_name(self) -> None:
        name = understand(b"\x1bP>|a\x9b2J\x07b\x1b\\\x1b[?1c").name
        assert name is not None
        assert name.isprintable()

    @given(st.binary(max_size=200))
    def test_understands_any_bytes(self, answer: bytes) -> None:
        assert len(understand(answer + b"\x1b[?1c").widths) in (0, len(SAMPLES))


class TestTheDisplay:
    @pytest.mark.parametrize(
        ("environment", "detail"),
        [
            ({"TERM": "xterm", "COLORTERM": "truecolor"}, "16 million"),
            ({"TERM": "xterm-256color"}, "256, by TERM=xterm-256color"),
            ({"TERM": "xterm"}, "16, by TERM=xterm"),
            ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "none, as NO_COLOR asks"),
            ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": ""}, "none, as NO_COLOR asks"),
        ],
    )
    def test_has_the_colours_the_environment_promises(self, environment: dict[str, str], detail: str) -> None:
        finding = display.examine(Surroundings(environment), SILENT)[0]
        assert (finding.state, finding.detail, finding.advice) == ("works", detail, "")

    def test_says_how_to_get_colours_that_the_terminal_has(self) -> None:
        finding = display.examine(Surroundings({"TERM": "xterm-256color"}), Answers(all_colours=True))[0]
        assert finding.state == "unsure"
        assert "export COLORTERM=truecolor" in finding.advice

    def test_has_none_without_a_terminal(self) -> None:
        assert state(SILENT, TERM="dumb")["colours"] == "fails"

    def test_is_sure_of_widths_only_when_all_are_right(self) -> None:
        assert state(Answers(widths=WIDTHS))["wide characters"] == "works"
        assert state(Answers(widths=(*WIDTHS[:-1], 1)))["wide characters"] == "unsure"
        assert state(Answers(widths=(4, *WIDTHS[1:])))["wide characters"] == "fails"
        assert state(SILENT)["wide characters"] == "unsure"

    def test_knows_right_to_left_from_the_terminal_alone(self) -> None:
        assert state(Answers(orders_right_to_left=True))["right-to-left text"] == "works"
        assert state(Answers(orders_right_to_left=False))["right-to-left text"] == "unsure"
        assert state(Answers(name="VTE(7006)"))["right-to-left text"] == "works"
        assert state(Answers(name="VTE(5204)"))["right-to-left text"] == "unsure"
        assert state(SILENT, VTE_VERSION="6800")["right-to-left text"] == "works"
        assert state(Answers(name="tmux 3.3a"), VTE_VERSION="6800")["right-to-left text"] == "unsure"


class TestTheReport:
    REPORT = Report(
        (("python", "3.11"),),
        (Finding("colours", "works", "256"), Finding("tmux", "fails", "no " * 40, "Do it. " * 20)),
    )

    def test_is_text_of_80_columns(self) -> None:
        lines = self.REPORT.text().splitlines()
        assert lines[0] == "works     colours: 256"
        assert lines[1].startswith("fails     tmux: no no")
        assert any(line.startswith("          → Do it.") for line in lines)
        assert lines[-1] == "python: 3.11"
        assert max(map(len, lines)) <= 80

    def test_is_json_with_the_same(self) -> None:
        told = json.loads(self.REPORT.json())
        assert told["facts"] == {"python": "3.11"}
        assert told["findings"][0] == {"subject": "colours", "state": "works", "detail": "256", "advice": ""}
