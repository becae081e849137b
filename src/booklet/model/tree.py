"""YAML becomes a tree of texts, lists and mappings, with nothing guessed and nothing lost."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeAlias, Union

import yaml

from booklet.errors import BookletError, Fault, Place
from booklet.model.grammar import TOO_DEEP, UNNEST, Event, explain
from booklet.model.lines import Lines

Tree: TypeAlias = Union[str, "list[Tree]", "dict[str, Tree]"]
"""A value of the file."""

Parser: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's parser, or PyYAML's own where that was built without it. Only its events are used, so no tag is obeyed, no
alias expanded, and no text turned into a number or a date."""

DEPTH: Final = 16
"""How deep lists and mappings may lie in one another; a program needs eight."""

_ENOUGH: Final = 20
"""After so many faults in the writing of a file, more would tell nothing new."""

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML does not count as printable (YAML 1.2.2, 5.1), and no font has a glyph for."""

_NUMBER_SIGN: Final = re.compile(r"[ \t]+(#[0-9]\S*)")
"""A remark that is surely meant as text: Room #3."""

_BLANKS: Final = frozenset(" \t")

_ENDS: Final = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_OTHERS: Final = frozenset({
    yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent,
})  # fmt: skip
"""The events that are no nodes."""

_ONE_DOCUMENT: Final = "a program is one document: delete the line '---', or put what follows into a file of its own"


class Grown(NamedTuple):
    """What a text holds, and the index in it at which each node begins, keys among them, in the order of the text."""

    tree: Tree
    marks: Sequence[int]


def grow(file: str, text: str) -> Grown:
    """Read YAML.

    Args:
        file: the name for messages.
        text: the file's content.

    Returns:
        The content, every scalar a text; "" if there is none.

    Raises:
        BookletError: it is not YAML, says a key twice, uses anchors, aliases or tags, holds several documents, or nests
            too deep.
    """
    gardener = _Gardener(file, text)
    try:
        gardener.read(Parser(text).get_event)
    except yaml.reader.ReaderError:
        gardener.faults.append(control_character(file, text))
    except yaml.MarkedYAMLError as error:
        gardener.faults.append(explain(file, text, error, gardener.last))
    if gardener.faults:
        raise BookletError(gardener.faults)
    return Grown(gardener.roots[0] if gardener.roots else "", gardener.marks)


class _Gardener:
    """Grows the tree event by event, with a stack of its own: recursion would end at the interpreter's limit.

    `last` is the event before an error, and `full` says that reading on would be of no use.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.faults: list[Fault] = []
        self.roots: list[Tree] = []
        self.marks = array("L")
        self.last: Event = None
        self.full = False

    def read(self, get_event: Callable[[], Event]) -> None:
        """Take all events.

        One loop without calls: a meeting's abstracts are half a million events, and most of them are plain texts that
        nothing is wrong with (tests/benchmarks). What is open is in local names: `items` is the list or mapping that is
        being filled, `seen` knows where each key of a mapping stands and is None for a list, and `key` waits for its
        value.
        """
        scalars, marks, text = yaml.ScalarEvent, self.marks, self.text
        items: Any = self.roots
        seen: dict[str, int] | None = None
        key: str | None = None
        stack: list[tuple[Any, dict[str, int] | None, str | None]] = []
        while not self.full:
            event = get_event()
            kind = event.__class__
            if kind in _ENDS:
                items, seen, key = stack.pop()
                self.last = event
                continue
            if kind in _OTHERS:
                if kind is yaml.StreamEndEvent:
                    return
                if kind is yaml.DocumentStartEvent and self.roots:
                    self.full = True
                    self._refuse("a second document begins here", event.start_mark, _ONE_DOCUMENT)
                self.last = event
                continue
            value: Any
            mark = event.start_mark
            if kind is scalars:
                value = event.value
                style = event.style
                if style == '"' or event.anchor is not None or event.tag is not None:
                    self._check(event)
                elif not style and text[event.end_mark.index : event.end_mark.index + 1] in _BLANKS:
                    self._check_number_sign(event)
            elif kind is yaml.AliasEvent:
                value = ""
                self._refuse_sign("*", mark)
            else:
                value = {} if kind is yaml.MappingStartEvent else []
                if event.anchor is not None or event.tag is not None:
                    self._check(event)
            marks.append(mark.index)
            if seen is None:
                items.append(value)
            elif key is not None:
                items[key] = value
                key = None
            elif value.__class__ is str:
                if value in seen:
                    self._twice(value, mark, seen[value])
                else:
                    seen[value] = mark.index
                key = value
            else:
                key = ""
                hint = "a text that begins with '[' or '{' is put in quotes"
                self._refuse("a key is a plain word, not a list or a mapping", mark, hint)
            if value.__class__ is not str:
                stack.append((items, seen, key))
                items, seen, key = value, None if value.__class__ is list else {}, None
                if len(stack) >= DEPTH:
                    self.full = True
                    self._refuse(TOO_DEEP, mark, UNNEST)
            self.last = event

    def _twice(self, key: str, mark: yaml.Mark, first: int) -> None:
        line, _ = Lines(self.text).spot(first)
        hint = f"the first is in line {line}: keep one of them; a new entry of a list begins with '- '"
        self._refuse(f"'{key}' is given twice in the same entry", mark, hint)

    def _check(self, event: Event) -> None:
        """Look at an event that has an anchor or a tag, or at a text in double quotes."""
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._refuse_sign("&" if event.anchor is not None else "!", mark)
        if isinstance(event, yaml.CollectionStartEvent):
            return
        if event.style == '"' and (found := CONTROL.search(event.value)):
            what = f"this text holds the control character U+{ord(found[0]):04X}, written with a backslash"
            self._refuse(what, mark, "delete it; a backslash that is meant as one is written twice")
        elif not event.style:
            self._check_number_sign(event)

    def _check_number_sign(self, event: Event) -> None:
        if found := _NUMBER_SIGN.match(self.text, event.end_mark.index):
            what = f"the text ends before '{found[1]}', since a '#' after a space begins a remark"
            self._refuse(what, event.start_mark, "put the whole text in quotes; a remark has a space after its '#'")

    def _refuse_sign(self, sign: str, mark: yaml.Mark) -> None:
        self._refuse(f"a text cannot begin with '{sign}'", mark, f'put the whole text in quotes: "{sign}…"')

    def _refuse(self, what: str, mark: yaml.Mark, hint: str) -> None:
        self.faults.append(Fault(what, Place(self.file, mark.line + 1, mark.column + 1), hint))
        self.full = self.full or len(self.faults) >= _ENOUGH


def program_of(file: str, tree: Tree) -> dict[str, Tree]:
    """The content of a program file, which is a mapping.

    Raises:
        BookletError: it is something else, or nothing.
    """
    if isinstance(tree, dict):
        return tree
    if not tree:
        hint = "'booklet new' writes a program to start from"
        raise BookletError([Fault("the file is empty", Place(file), hint)])
    found = "a list" if isinstance(tree, list) else "a text"
    what = f"expected 'event:', 'venue:' and 'days:' at the beginning of lines, found {found}"
    raise BookletError([Fault(what, Place(file, 1, 1), "'booklet new' writes a program to start from")])


def control_character(file: str, text: str) -> Fault:
    """The fault that the first control character of a text is."""
    found = CONTROL.search(text)
    at = found.start() if found else 0
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    hint = "delete it: such invisible characters come along when text is pasted from a PDF or a web page"
    return Fault(f"here stands the control character U+{ord(text[at]):04X}", place, hint)
