"""The text of one release, on the line API: only the lines in view are painted, whatever the size of the release."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.model import Quote, Release, Span
from reader.tui.page import TEXT_WIDTH, Line, Page, set_page
from reader.tui.themes import SPEAKERS_IN_THE_DARK, SPEAKERS_IN_THE_LIGHT
from reader.tui.wrapping import place_at, width_of

_MARGIN = 5
_KEPT_VIEWS = 2
"""Views whose painted lines are kept: a line takes some kilobytes, to paint it again a tenth of a millisecond."""
_PLAIN = ("blank", "body", "card")
"""Kinds of lines in the colours of the widget."""
_EMPHASIS = {
    "term": Style(italic=True),
    "italic": Style(italic=True),
    "strong": Style(bold=True),
    "underline": Style(underline=True),
}
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_LONGEST_GAP = 400
"""Characters within which the word before is looked for."""


class ReleaseView(ScrollView, can_focus=True):
    """Shows a release with its quotations, their speakers and the matches of a search.

    Positions are code points of `Release.text`, so that what is selected and copied is the text as the release has it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "line(1)", "Line down", show=False, id="view.down"),
        Binding("up,k", "line(-1)", "Line up", show=False, id="view.up"),
        Binding("pagedown,space", "page(1)", "Page down", show=False, id="view.page_down"),
        Binding("pageup,b", "page(-1)", "Page up", show=False, id="view.page_up"),
        Binding("ctrl+d", "page(0.5)", "Half a page down", show=False, id="view.half_down"),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", show=False, id="view.half_up"),
        Binding("home,g", "top", "First line", show=False, id="view.top"),
        Binding("end,G", "bottom", "Last line", show=False, id="view.bottom"),
        Binding("right", "word(1)", "Next word", show=False, id="view.word_next", tooltip="* searches it"),
        Binding("left", "word(-1)", "Previous word", show=False, id="view.word_previous"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "view--meta",
        "view--notice",
        "view--title",
        "view--standfirst",
        "view--subheading",
        "view--small",
        "view--quote",
        "view--quote-current",
        "view--match",
        "view--match-current",
        "view--word",
    }

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    """Without scrollbars another length needs no new layout of the screen, and whatever changes it paints anyway."""

    class Scrolled(Message):
        """The part of the release in view, the current match or the current quotation changed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.release: Release | None = None
        self.as_written = False
        self.quote_index: int | None = None
        self.match_index: int | None = None
        self.matches: tuple[Span, ...] = ()
        self.word: Span | None = None
        self._asked: tuple[Release | None, tuple[Span, ...], int | None] = (None, (), None)
        self._quotes: tuple[Quote, ...] = ()
        self._match_starts: list[int] = []
        self._page = Page((), (), ())
        self._page_width = self._page_height = 0
        self._strips: dict[int, Strip] = {}
        self._styles: dict[tuple[str, ...], Style] = {}

    # What is shown

    def show(self, release: Release | None, matches: tuple[Span, ...] = (), match_index: int | None = None) -> None:
        """Show `release` from its top, or, with `match_index`, at that match; what is shown already stays as it is."""
        asked = (release, matches, match_index)
        if asked == self._asked:
            return
        self._asked = asked
        position = self._top_position() if self._is_another_state_of(release) else 0
        self.release = release
        self._quotes = tuple(q for q in release.quotes if q.kind == "speech") if release else ()
        self.quote_index = self.word = None
        self._set_matches(matches)
        self.match_index = match_index if match_index is not None and match_index < len(matches) else None
        self._lay_out()
        self.scroll_to(0, self._page.line_of(position) if position else 0, animate=False)
        self._reveal_current()
        self._changed()

    def _is_another_state_of(self, release: Release | None) -> bool:
        """Whether the file in view was read anew, so that one reads on where one was."""
        before = self.release
        return before is not None and release is not None and before.path == release.path and before != release

    def show_as_written(self, as_written: bool) -> None:
        """Show everything the file holds in its own order, or the page with its head and contact card."""
        position = self._top_position()
        self.as_written = as_written
        self._lay_out()
        self.scroll_to(0, self._page.line_of(position) if position else 0, animate=False)
        self._changed()

    def _set_matches(self, matches: tuple[Span, ...]) -> None:
        self.matches = matches
        self._match_starts = [match.start for match in matches]

    def _lay_out(self) -> None:
        if self.text_selection:  # which names lines and columns of the page that goes
            self.screen.clear_selection()
        self._page_width = max(0, self.size.width - _MARGIN - 1)
        self._page = Page((), (), ())
        if self.release is not None and self._page_width:  # there is none before the screen has been laid out
            self._page = set_page(self.release, self._page_width, as_written=self.as_written)
        self._strips.clear()
        self.virtual_size = Size(self.size.width, len(self._page.lines))

    def _top_position(self) -> int:
        """Where in the text the view begins; above the first line of the text stands what else is known of it."""
        if self.scroll_offset.y:
            for line in self._page.lines[self.scroll_offset.y :]:
                if line.end > line.start:
                    return line.start
        return 0

    def _changed(self) -> None:
        self._strips.clear()
        self.refresh()
        self.post_message(self.Scrolled())

    # Walking

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The spoken quotations of the release."""
        return self._quotes

    @property
    def quote(self) -> Quote | None:
        """The current quotation: the one walked to, else the first one in view."""
        if self.quote_index is not None:
            return self._quotes[self.quote_index]
        top, bottom = self._visible_span()
        return next((q for q in self._quotes if q.end > top and q.start < bottom), None)

    def walk_quotes(self, step: int) -> bool:
        """Go to the next or previous quotation; false where there is none."""
        index = self._next([q.start for q in self._quotes], self.quote_index, step)
        if index is not None:
            self.go_to_quote(index)
        return index is not None

    def go_to_quote(self, index: int) -> None:
        """Make a quotation the current one and show it."""
        self.quote_index = index
        self._reveal(self._quotes[index].start, self._quotes[index].end)
        self._changed()

    def walk_matches(self, step: int) -> bool:
        """Go to the next or previous match; false where there is none."""
        index = self._next(self._match_starts, self.match_index, step)
        if index is not None:
            self.match_index = index
            self.quote_index = None
            self._reveal(self.matches[index].start)
            self._changed()
        return index is not None

    def action_word(self, step: int) -> None:
        """Go to another word, the one that is searched with `*`; the first one in view to begin with."""
        if self.release is None:
            return
        text = self.release.text
        if self.word is None:
            found = _WORD.search(text, self._visible_span().start)
        elif step > 0:
            found = _WORD.search(text, self.word.end)
        else:
            before = list(_WORD.finditer(text, max(0, self.word.start - _LONGEST_GAP), self.word.start))
            found = before[-1] if before else None
        if found:
            self._set_word(Span(*found.span()))

    def _set_word(self, word: Span) -> None:
        self.word = word
        self._reveal(word.start)
        self._changed()

    def _next(self, starts: list[int], current: int | None, step: int) -> int | None:
        """The index after or before the current one or, without one, the first from the top of the view on."""
        if not starts:
            return None
        if current is None:
            first = bisect_left(starts, self._top_position())
            current = first - 1 if step > 0 else first
        target = current + step
        return target if 0 <= target < len(starts) else None

    def _visible_span(self) -> Span:
        """The stretch of text in view."""
        top = self.scroll_offset.y
        shown = [line for line in self._page.lines[top : top + self.size.height] if line.end > line.start]
        return Span(shown[0].start, max(line.end for line in shown)) if shown else Span(0, 0)

    def _reveal(self, start: int, end: int | None = None) -> None:
        """Scroll so that a stretch of the text is in view, a third from the top if it was not."""
        first = self._page.line_of(start)
        last = self._page.line_of(max(start, (end or start + 1) - 1))
        top, height = self.scroll_offset.y, self.size.height
        if first < top or last >= top + height:
            self.scroll_to(0, max(0, first - height // 3), animate=False)

    # Moving

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that another part is in view."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def action_line(self, step: int) -> None:
        """Move by lines."""
        self.scroll_to(0, self.scroll_offset.y + step, animate=False)

    def action_page(self, pages: float) -> None:
        """Move by pages, keeping two lines of the last one in sight."""
        self.action_line(int(pages * max(1, self.size.height - 2)))

    def action_top(self) -> None:
        """Go to the first line."""
        self.scroll_to(0, 0, animate=False)

    def action_bottom(self) -> None:
        """Go to the last line."""
        self.scroll_to(0, self.max_scroll_y, animate=False)

    def on_resize(self) -> None:
        """Set the page anew with the same line at the top, and the current quotation or match in view if it was."""
        follows = self._current_was_in_view()
        self._page_height = self.size.height
        if self._page_width != max(0, self.size.width - _MARGIN - 1):
            position = self._top_position()
            self._lay_out()
            self.refresh()
            if position:
                self.scroll_to(0, self._page.line_of(position), animate=False)
        if follows:
            self._reveal_current()

    def _current_was_in_view(self) -> bool:
        """Whether the current quotation or match was in view, or would have been if there had been a view yet."""
        if self.quote_index is not None:
            line = self._page.line_of(self._quotes[self.quote_index].start)
        elif self.match_index is not None:
            line = self._page.line_of(self.matches[self.match_index].start)
        else:
            return False
        return not self._page.lines or 0 <= line - self.scroll_offset.y < self._page_height

    def _reveal_current(self) -> None:
        if self.quote_index is not None:
            self._reveal(self._quotes[self.quote_index].start, self._quotes[self.quote_index].end)
        elif self.match_index is not None:
            self._reveal(self.matches[self.match_index].start)

    def on_click(self, event: events.Click) -> None:
        """Make the word and the quotation under the mouse the current ones."""
        place = self.offset_at(event.screen_x, event.screen_y)
        line = self._page.lines[place.y] if place.y < len(self._page.lines) else None
        if self.release is None or line is None or line.end <= line.start:
            return
        position = min(line.start + place.x, line.end)
        inside = (index for index, quote in enumerate(self._quotes) if quote.start <= position < quote.end)
        self.quote_index = next(inside, self.quote_index)
        words = _WORD.finditer(self.release.text, max(0, position - _LONGEST_GAP), position + _LONGEST_GAP)
        self.word = next((Span(*word.span()) for word in words if word.start() <= position < word.end()), None)
        self._changed()

    # Selecting

    def offset_at(self, x: int, y: int) -> Offset:
        """The character and the line of the page at a cell of the screen.

        Textual would read it from the segments, each of which would need a style of its own for that, made for each
        painting and remembered by the thousand.
        """
        view = self.content_region
        if y >= view.bottom:
            x, y = view.right - 1, view.bottom - 1
        number = max(0, y - view.y) + self.scroll_offset.y
        line = self._page.lines[number] if number < len(self._page.lines) else Line("blank")
        return Offset(place_at(self._words_of(line), max(0, x - view.x - _MARGIN - width_of(line.before))), number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as the release has it: no margin, no wrapping, no frame and no sign of ours."""
        pieces = [piece for piece in self._selected_pieces(selection) if piece[1]]
        copied = "".join(f"{gap}{words}" for gap, words in pieces)
        return (copied[len(pieces[0][0]) :], "\n") if pieces else None

    def _selected_pieces(self, selection: Selection) -> Iterator[tuple[str, str]]:
        """Each selected stretch of the text, and each line of other words, with what stands before it."""
        text = self.release.text if self.release else ""
        first = selection.start.y if selection.start else 0
        last = min(selection.end.y if selection.end else len(self._page.lines), len(self._page.lines) - 1)
        run: Span | None = None
        for number in range(first, last + 1):
            line = self._page.lines[number]
            left, right = selection.get_span(number) or (0, -1)
            if line.end > line.start:
                start = min(line.start + left, line.end)
                end = line.end if right < 0 else min(line.start + right, line.end)
                run = Span(run.start, end) if run else Span(start, end)
            elif line.words:
                if run:
                    yield "\n", text[run.start : run.end]
                    run = None
                yield line.gap, line.words[left : None if right < 0 else right]
        if run:
            yield "\n", text[run.start : run.end]

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the new selection."""
        self._strips.clear()
        self.refresh()

    # Painting

    def notify_style_update(self) -> None:
        """Forget what was painted in another theme."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        if not self._page_width:  # the first time a widget is painted before it is told its size
            self._lay_out()
            self._reveal_current()
        number = y + self.scroll_offset.y
        strip = self._strips.get(number)
        if strip is None:
            if len(self._strips) > _KEPT_VIEWS * self.size.height:
                self._strips.clear()
            strip = self._strips[number] = self._paint(number)
        return strip

    def _paint(self, number: int) -> Strip:
        width, base = self.size.width, self._style("blank")
        if number >= len(self._page.lines):
            return Strip.blank(width, base)
        line = self._page.lines[number]
        margin = Segment(f"{line.margin:>{_MARGIN - 2}}  ", self._style("small"))
        text = self._text_segments(line, number)
        labels = [Segment(words, self._speaker_style(speaker)) for words, speaker in line.labels]
        segments = [margin, *text]
        if labels:
            column = min(TEXT_WIDTH, max(2, width - _MARGIN - 1))
            used = sum(width_of(segment.text) for segment in (*text, *labels)) + 3 * (len(labels) - 1)
            segments.append(Segment(" " * max(0, column - used), base))
            for index, label in enumerate(labels):
                segments += [Segment("   ", base), label] if index else [label]
        return Strip(segments, sum(width_of(segment.text) for segment in segments)).adjust_cell_length(width, base)

    def _text_segments(self, line: Line, number: int) -> list[Segment]:
        text = self._words_of(line)
        layers = self._layers(line, number, len(text))
        cuts = sorted({0, len(text), *(cut for start, end, _ in layers for cut in (start, end))})
        segments = [Segment(line.before, self._style(line.kind))] if line.before else []
        for left, right in itertools.pairwise(cuts):
            names = (line.kind, *(name for start, end, name in layers if start <= left and right <= end))
            segments.append(Segment(text[left:right], self._style(*names)))
        if line.after:
            segments.append(Segment(line.after, self._style(line.kind)))
        return segments

    def _words_of(self, line: Line) -> str:
        """The words of a line without the frame around them; empty in a line of the frame alone."""
        return line.words or (self.release.text[line.start : line.end] if self.release else "")

    def _layers(self, line: Line, number: int, width: int) -> list[tuple[int, int, str]]:
        """What lies over the plain words of a line, from below to above: columns and style name."""
        spans = self._spans_over(line) if line.end > line.start else []
        layers = [(max(0, s - line.start), min(width, e - line.start), name) for s, e, name in spans]
        selected = self.text_selection.get_span(number) if self.text_selection else None
        if selected is not None:
            layers.append((min(selected[0], width), width if selected[1] < 0 else min(selected[1], width), "selection"))
        return [layer for layer in layers if layer[0] < layer[1]]

    def _spans_over(self, line: Line) -> list[tuple[int, int, str]]:
        """Emphasis, quotations, matches and the word walked to in a line of the text: positions and style name."""
        spans: list[tuple[int, int, str]] = []
        release = self.release
        assert release is not None
        spans += [(s.start, s.end, s.emphasis) for s in release.styles if s.start < line.end and s.end > line.start]
        for quote in release.quotes:
            if quote.start < line.end and quote.end > line.start:
                spans.append((quote.start, quote.end, "quote" if quote.kind == "speech" else "term"))
        if self.quote_index is not None:
            current = self._quotes[self.quote_index]
            spans.append((current.start, current.end, "quote-current"))
        first = max(0, bisect_right(self._match_starts, line.start) - 1)
        last = bisect_left(self._match_starts, line.end)
        for index in range(first, last):
            match = self.matches[index]
            spans.append((match.start, match.end, "match-current" if index == self.match_index else "match"))
        if self.word is not None:
            spans.append((*self.word, "word"))
        return spans

    def _style(self, kind: str, *layers: str) -> Style:
        """The style of a line's kind with those of the layers over it."""
        key = (kind, *layers)
        style = self._styles.get(key)
        if style is None:
            style = self.rich_style if kind in _PLAIN else self.get_component_rich_style(f"view--{kind}")
            for layer in layers:
                style += self._layer_style(layer)
            self._styles[key] = style
        return style

    def _speaker_style(self, speaker: int) -> Style:
        colours = SPEAKERS_IN_THE_DARK if self.app.current_theme.dark else SPEAKERS_IN_THE_LIGHT
        return self.rich_style + Style(color=colours[speaker % len(colours)])

    def _layer_style(self, name: str) -> Style:
        if name == "selection":
            return self.screen.get_component_rich_style("screen--selection")
        if name in _EMPHASIS:
            return _EMPHASIS[name]
        own = self.get_component_rich_style(f"view--{name}", partial=True)
        blended = self.get_component_rich_style(f"view--{name}")
        return own + Style(bgcolor=blended.bgcolor) if own.bgcolor else own
