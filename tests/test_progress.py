"""What somebody sees who waits: on terminals wide and narrow, and where there is none."""

from __future__ import annotations

import io
import time

import pytest

from booklet.progress import Bar, Lines, Silent, watched


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0
        self.asked = 0

    def __call__(self) -> float:
        self.asked += 1
        return self.now


class Stream(io.StringIO):
    """A stream that may be a terminal, in some encoding."""

    def __init__(self, *, terminal: bool = True, encoding: str = "utf-8") -> None:
        super().__init__()
        self._terminal = terminal
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return self._terminal


class Terminal:
    """A terminal of one line that knows carriage returns: `shows` is what stands in it."""

    def __init__(self, columns: int = 60, encoding: str = "utf-8") -> None:
        self.clock = Clock()
        self.stream = Stream(encoding=encoding)
        self.columns = columns
        self.bar = Bar(self.stream, self.clock, lambda: self.columns)

    def at(self, seconds: float) -> None:
        self.clock.now = 100.0 + seconds

    @property
    def shows(self) -> str:
        line: list[str] = []
        at = 0
        for sign in self.stream.getvalue():
            if sign == "\r":
                at = 0
            else:
                line[at : at + 1] = sign
                at += 1
        assert len(line) < self.columns, "the line would run over"
        return "".join(line).rstrip()


def test_bar_says_nothing_in_the_first_second() -> None:
    terminal = Terminal()
    terminal.bar.stage("Reading", until=0.1)
    terminal.at(0.99)
    terminal.bar.stage("Setting abstracts", 5000, until=0.6)
    terminal.bar.step(3)
    terminal.bar.close()

    assert terminal.stream.getvalue() == ""


def test_bar_shows_stage_share_and_time_left() -> None:
    terminal = Terminal(60)
    terminal.bar.stage("Reading", until=0.1)
    terminal.bar.stage("Setting abstracts", 5000, until=0.6)
    terminal.at(2.0)
    terminal.bar.step(1000)

    # A tenth and a fifth of the half after it are a fifth: two seconds of ten have passed.
    assert terminal.shows == "Setting abstracts 1,000 of 5,000  ━━━────────────  8 s left"


@pytest.mark.parametrize(
    ("seconds", "said"), [(1.2, "5 s left"), (40, "3 min left"), (6, "25 s left"), (120, "8 min left")]
)
def test_time_left_is_rounded(seconds: float, said: str) -> None:
    terminal = Terminal()
    terminal.bar.stage("Setting", 10, until=1.0)
    terminal.at(seconds)
    terminal.bar.step(2)

    assert terminal.shows.endswith(said)


def test_bar_is_drawn_ten_times_a_second_at_most() -> None:
    terminal = Terminal()
    terminal.bar.stage("Setting", 100_000, until=1.0)
    for done in range(100_000):
        terminal.at(1.0 + done / 50_000)
        terminal.bar.step(done)

    assert terminal.stream.getvalue().count("\r") <= 21


def test_bar_leaves_no_trace() -> None:
    terminal = Terminal()
    terminal.at(3)
    terminal.bar.stage("Writing the screen edition", until=0.5)
    terminal.at(4)
    terminal.bar.stage("Short", until=0.5)
    assert terminal.shows.startswith("Short …  ━")
    terminal.bar.close()

    assert terminal.shows == ""
    assert terminal.stream.getvalue().endswith("\r")


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (80, "Setting abstracts 40 of 80  ━━━━━━━━━━━━━━──────────────  2 s left"),
        (46, "Setting abstracts 40 of 80  2 s left"),
        (30, "Setting abstracts 40 of 80"),
        (12, "Setting abs"),
        (1, ""),
    ],
)
def test_narrow_terminals_get_less(columns: int, shown: str) -> None:
    terminal = Terminal(columns)
    terminal.bar.stage("Setting abstracts", 80, until=1.0)
    terminal.at(2)
    terminal.bar.step(40)

    assert terminal.shows == shown


def test_bar_is_plain_where_the_encoding_has_no_signs_for_it() -> None:
    terminal = Terminal(60, "cp1252")
    terminal.bar.stage("Setting", 4, until=1.0)
    terminal.at(2)
    terminal.bar.step(1)

    assert terminal.shows == "Setting 1 of 4  #######---------------------  6 s left"


def test_bar_has_no_colour() -> None:
    terminal = Terminal()
    terminal.at(2)
    terminal.bar.stage("Setting", 4, until=1.0)

    assert "\x1b" not in terminal.stream.getvalue()


def test_lines_tell_each_stage_once_after_the_first_second() -> None:
    clock, stream = Clock(), Stream(terminal=False)
    lines = Lines(stream, clock)
    lines.stage("Reading", until=0.1)
    lines.stage("Setting abstracts", 5000, until=0.6)
    assert stream.getvalue() == ""
    clock.now += 1.5
    lines.step(1)
    lines.step(2)
    assert stream.getvalue() == "Reading …\nSetting abstracts (5,000) …\n"
    lines.stage("Writing", until=1.0)
    lines.close()

    assert stream.getvalue() == "Reading …\nSetting abstracts (5,000) …\nWriting …\n"


def test_lines_of_a_short_run_are_not_told() -> None:
    stream = Stream(terminal=False)
    lines = Lines(stream, Clock())
    lines.stage("Reading")
    lines.close()

    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("terminal", "term", "kind"),
    [(True, "xterm", Bar), (True, "", Bar), (True, "dumb", Lines), (False, "xterm", Lines)],
)
def test_who_looks_decides(terminal: bool, term: str, kind: type) -> None:
    assert type(watched(Stream(terminal=terminal), environment={"TERM": term})) is kind


def test_a_terminal_that_does_not_know_its_width_has_eighty_columns() -> None:
    clock, stream = Clock(), Stream()
    bar = watched(stream, environment={}, clock=clock)
    clock.now += 2
    bar.stage("x" * 100)

    assert stream.getvalue() == "\r" + "x" * 79


@pytest.mark.parametrize("kind", ["silent", "lines", "bar"])
def test_steps_cost_next_to_nothing(kind: str) -> None:
    stream = Stream(terminal=kind == "bar")
    progress = Silent() if kind == "silent" else watched(stream, environment={})
    progress.stage("Setting", 100_000, until=1.0)
    started = time.perf_counter()
    for done in range(100_000):
        progress.step(done)

    assert time.perf_counter() - started < 0.5
