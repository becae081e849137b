"""Progress: what is being done, drawn on a terminal as one line with a bar, and told in plain lines elsewhere."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from typing import Final, Protocol, TextIO

PATIENCE: Final = 1.0
"""Nothing is said in the first second: most booklets are done by then."""

_PERIOD: Final = 0.1
"""A bar is drawn anew at most ten times a second: more often nobody sees, and terminals are slow."""

_LONGEST: Final = 28
"""Columns of the bar, at the most."""

_SHORTEST: Final = 8
"""A shorter bar says nothing and is left out."""

_SURE: Final = 0.04
"""From this share of the work on, what has passed tells how long the rest will take."""

_WIDTH: Final = 80
"""Columns of a terminal that does not say how many it has."""

_HEAVY: Final = ("━", "╸", "─")
_PLAIN: Final = ("#", "", "-")
"""What bars are made of: done, half done, to be done."""


class Progress(Protocol):
    """Is told what is being done; it may say so to somebody, and costs next to nothing."""

    def stage(self, what: str, total: int = 0, *, until: float = 0.0) -> None:
        """Something new begins, and with it what was being done ends.

        Args:
            what: what it is, as in "Setting abstracts".
            total: into how many steps it falls, 0 if that is not known.
            until: how much of the whole will be done when it ends, as a measured share of the time; 0 if not known.
        """
        ...

    def step(self, done: int) -> None:
        """So many of the stage's steps are done; it may be called for each of thousands."""
        ...

    def close(self) -> None:
        """All is done, or has failed."""
        ...


class Silent:
    """Says nothing."""

    def stage(self, what: str, total: int = 0, *, until: float = 0.0) -> None:
        """A stage that nobody wants to know of."""

    def step(self, done: int) -> None:
        """A step that nobody wants to know of."""

    def close(self) -> None:
        """The end."""


SILENT: Final[Progress] = Silent()
"""For whoever wants no progress."""


class Lines:
    """Tells each stage in a line of its own, if the whole takes longer than a second."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._clock = clock
        self._started = clock()
        self._untold: list[str] = []

    def stage(self, what: str, total: int = 0, *, until: float = 0.0) -> None:  # noqa: ARG002 - a line has no bar
        """A line, now or after the first second."""
        self._tell()
        self._untold.append(f"{what} ({total:,})" if total else what)

    def step(self, done: int) -> None:  # noqa: ARG002 - a line a step would be too many
        """Time may have come for the line."""
        if self._untold:
            self._tell()

    def close(self) -> None:
        """The last line."""
        self._tell()

    def _tell(self) -> None:
        if self._untold and self._clock() - self._started > PATIENCE:
            self._stream.write("".join([f"{line} …\n" for line in self._untold]))
            self._stream.flush()
            self._untold.clear()


class Bar:
    """One line on a terminal, drawn again and again: the stage, how far it is, a bar, and the time left.

    It has no colour, and what does not fit a narrow terminal is left out: the bar first, then the time.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float], columns: Callable[[], int]) -> None:
        self._stream = stream
        self._clock = clock
        self._columns = columns
        self._started = clock()
        self._next = self._started + PATIENCE
        self._what = ""
        self._total = self._done = 0
        self._from = self._until = 0.0
        self._drawn = 0
        self._signs = _HEAVY if _can_say(stream, "".join(_HEAVY)) else _PLAIN

    def stage(self, what: str, total: int = 0, *, until: float = 0.0) -> None:
        """Show the next stage."""
        self._what, self._total, self._done = what, total, 0
        self._from, self._until = self._until, max(until, self._until)
        self.step(0)

    def step(self, done: int) -> None:
        """Show how far the stage is, unless the line has just been drawn."""
        self._done = done
        now = self._clock()
        if now >= self._next:
            self._next = now + _PERIOD
            self._draw(now - self._started)

    def close(self) -> None:
        """Leave no trace."""
        if self._drawn:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _draw(self, elapsed: float) -> None:
        columns = self._columns() - 1
        share = self._share()
        words = f"{self._what} {self._done:,} of {self._total:,}" if self._total else f"{self._what} …"
        left = _time_left(elapsed, share)
        room = columns - len(words) - (len(left) + 2 if left else 0) - 2
        bar = self._bar(share, min(room, _LONGEST)) if room >= _SHORTEST else ""
        line = "  ".join([text for text in (words, bar, left) if text])
        self._write(line if len(line) <= columns else words[: max(0, columns)])

    def _share(self) -> float:
        """How much of the whole is done."""
        within = min(1.0, self._done / self._total) if self._total else 0.0
        return min(1.0, self._from + (self._until - self._from) * within)

    def _bar(self, share: float, width: int) -> str:
        full, half, empty = self._signs
        halves = int(share * width * 2)
        bar = full * (halves // 2) + (half if halves % 2 else "")
        return bar + empty * (width - len(bar))

    def _write(self, line: str) -> None:
        """Write over the line that is there, without control sequences that some terminals do not know."""
        self._stream.write("\r" + line + " " * (self._drawn - len(line)))
        self._stream.flush()
        self._drawn = len(line)


def watched(
    stream: TextIO,
    *,
    environment: Mapping[str, str] = os.environ,
    clock: Callable[[], float] = time.perf_counter,
) -> Progress:
    """Progress for whoever looks at a stream: a bar if it is a terminal that can go back in a line, else lines.

    Args:
        stream: standard error, so that what is written to standard output stays clean.
        environment: `TERM=dumb` is a terminal that only goes forward.
        clock: seconds.
    """
    if not stream.isatty() or environment.get("TERM") == "dumb":
        return Lines(stream, clock)
    return Bar(stream, clock, lambda: _columns(stream))


def _columns(stream: TextIO) -> int:
    """How wide the terminal is now; people change it while they wait."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WIDTH
    except (OSError, ValueError):
        return _WIDTH


def _time_left(elapsed: float, share: float) -> str:
    """How long the rest will take, "" where it is too early to say; rounded, as nobody believes more."""
    if not _SURE <= share < 1.0:
        return ""
    seconds = elapsed * (1.0 - share) / share
    if seconds < 1.0:
        return "almost done"
    if seconds < 10.0:
        return f"{seconds:.0f} s left"
    if seconds < 100.0:
        return f"{round(seconds / 5) * 5} s left"
    return f"{seconds / 60:.0f} min left"


def _can_say(stream: TextIO, signs: str) -> bool:
    """Whether a stream's encoding has some signs."""
    try:
        signs.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
