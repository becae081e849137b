"""From where to where everything in a program's text goes, so that it can be edited in place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, NamedTuple

import yaml

from booklet.model.program import Key
from booklet.model.texts import line
from booklet.model.tree import Parser

_REMARK: Final = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*")
_LINE: Final = re.compile(r"\r\n|\r|\n")
_EMPTY_LINES: Final = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")
_WHITE: Final = " \t\r\n"
"""What YAML takes for spaces and line ends; spaces that do not break are text."""

_BLOCKS: Final = frozenset({"|", ">"})


class Span(NamedTuple):
    """Where characters are: from `start` to before `end`, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the text.

    `key` is where its key is, or the dash of an item of a list. `span` is where the value is, without the empty lines
    behind it. `inside` are the values in it; `flow` says that they are between brackets.
    """

    key: Span
    span: Span
    inside: dict[str | int, Node]
    flow: bool

    def find(self, key: Key) -> Node | None:
        """What stands at a key; keys may be written with hyphens for underscores, and names with other spaces."""
        node: Node | None = self
        for step in key:
            node = node and (node.inside.get(step) or node.inside.get(_spelled(node, step)))
        return node


class Survey:
    """A text that `model.tree.grow` has accepted, with the places of its values and of its remarks."""

    def __init__(self, text: str) -> None:
        self.text = text
        surveyor = _Surveyor(text)
        parser = Parser(text)
        while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
            surveyor.take(event)
        self.root = surveyor.root
        self._remarks = [*surveyor.remarks, *_remarks(text, surveyor.seen, len(text))]
        self._begins = frozenset(start for start, _ in self._remarks)
        self._lines = [0, *(found.end() for found in _LINE.finditer(text))]

    def node(self, key: Key) -> Node:
        """What stands at a key that is known to be there; else the nearest thing around it."""
        node = self.root
        for step in key:
            node = node.find((step,)) or node
        return node

    def line_start(self, at: int) -> int:
        """Where the line of a place begins."""
        return self._lines[bisect_right(self._lines, at) - 1]

    def line_end(self, at: int) -> int:
        """Where the line after a place begins, or the end of the text."""
        following = bisect_right(self._lines, at)
        return self._lines[following] if following < len(self._lines) else len(self.text)

    def line_is_empty(self, at: int) -> bool:
        """Whether nothing stands on the line of a place."""
        return not self.text[self.line_start(at) : self.line_end(at)].strip(_WHITE)

    def column(self, at: int) -> int:
        """How far a place is from the beginning of its line."""
        return at - self.line_start(at)

    def remarks(self, span: Span | None = None) -> list[str]:
        """The remarks in a part of the text, or all of them."""
        first, last = (0, len(self._remarks)) if span is None else (bisect_left(self._remarks, (at,)) for at in span)
        return [self.text[start:end].rstrip() for start, end in self._remarks[first:last]]

    def block(self, item: Node) -> Span:
        """The lines of an item of a list, with the remarks directly above it."""
        start = self.line_start(item.key.start)
        while start and self.is_remark(above := self.line_start(start - 1), start):
            start = above
        return Span(start, self.line_end(item.span.end))

    def after_empty_lines(self, at: int) -> int:
        """Where the first line from here on begins that is not empty."""
        found = _EMPTY_LINES.match(self.text, at)
        return found.end() if found else at

    def is_remark(self, start: int, end: int) -> bool:
        """Whether a line is nothing but a remark, and no line of an abstract that looks like one."""
        return end - len(self.text[start:end].lstrip(" \t")) in self._begins


def drawn_in(text: str) -> str:
    """The text with the remarks on lines of their own no further to the right than what follows them."""
    survey = Survey(text)
    begins = [0, *(found.end() for found in _LINE.finditer(text)), len(text)]
    rows = [text[start:end] for start, end in pairwise(begins)]
    at, drawn, below = len(text), [], 0
    for row in reversed(rows):
        at -= len(row)
        bare = row.lstrip(" ")
        indent = len(row) - len(bare)
        if survey.is_remark(at, at + len(row)):
            drawn.append(" " * min(indent, below) + bare)
            continue
        drawn.append(row)
        below = indent if bare.strip(_WHITE) else below
    return "".join(reversed(drawn))


class _Open:
    """A list or mapping that is still open: `last` is where its last value ends, `waiting` a key without value."""

    __slots__ = ("event", "inside", "key", "last", "waiting")

    def __init__(self, event: Any, key: Span) -> None:  # noqa: ANN401 - PyYAML's events have no types
        self.event = event
        self.key = key
        self.inside: dict[str | int, Node] = {}
        self.waiting: tuple[str, Span] | None = None
        self.last: int = event.start_mark.index

    @property
    def flow(self) -> bool:
        return bool(self.event.flow_style)

    @property
    def listed(self) -> bool:
        return isinstance(self.event, yaml.SequenceStartEvent)


class _Surveyor:
    """Takes in a text event by event; `seen` is where the last scalar ended."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Node(Span(0, 0), Span(0, 0), {}, flow=False)
        self.remarks: list[Span] = []
        self.seen = 0
        self._stack: list[_Open] = []

    def take(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no types
        """Add what an event says."""
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.CollectionStartEvent):
            self._stack.append(_Open(event, self._key(start)))
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self._stack.pop()
            span = Span(closed.event.start_mark.index, end if closed.flow else closed.last)
            self._put(Node(closed.key, span, closed.inside, closed.flow))
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event, Span(start, end))

    def _take_scalar(self, event: yaml.ScalarEvent, span: Span) -> None:
        self.remarks += _remarks(self.text, self.seen, span.start)
        self.seen = span.end
        if event.style in _BLOCKS:
            header = _LINE.search(self.text, span.start)
            self.remarks += _remarks(self.text, span.start, header.start() if header else span.end)
            span = Span(span.start, span.start + len(self.text[span.start : span.end].rstrip(_WHITE)))
        around = self._stack[-1] if self._stack else None
        if around is not None and not around.listed and around.waiting is None:
            around.waiting = (event.value, span)
            around.last = span.end
        else:
            self._put(Node(self._key(span.start), span, {}, flow=False))

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        around = self._stack[-1]
        around.inside[around.waiting[0] if around.waiting else len(around.inside)] = node
        around.waiting = None
        around.last = max(node.span.end, node.key.end)

    def _key(self, start: int) -> Span:
        """Where the key of a value is that starts here, or its dash."""
        if not self._stack:
            return Span(start, start)
        around = self._stack[-1]
        if around.waiting:
            return around.waiting[1]
        dash = start
        if not around.flow:
            dash = around.event.start_mark.index
            if around.inside:
                sign = " " * around.event.start_mark.column + "-"
                found = max(self.text.rfind(f"{end}{sign}", around.last, start) for end in "\r\n")
                dash = start if found < 0 else found + len(sign)
        return Span(dash, dash + 1)


def _spelled(node: Node, step: str | int) -> str | int:
    if isinstance(step, int):
        return step
    hyphened = step.replace("_", "-")
    if hyphened in node.inside:
        return hyphened
    return next((name for name in node.inside if isinstance(name, str) and line(name) == step), step)


def _remarks(text: str, start: int, end: int) -> list[Span]:
    """The remarks between two values."""
    return [Span(*found.span()) for found in _REMARK.finditer(text, start, end)]
