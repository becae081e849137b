"""YAML becomes a tree of texts, lists and mappings, with nothing guessed and nothing lost."""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias, Union

import yaml

from booklet.errors import BookletError, Fault, Place
from booklet.model.grammar import TOO_DEEP, UNNEST, Event, explain

Tree: TypeAlias = Union[str, "list[Tree]", "dict[str, Tree]"]
"""A value of the file."""

Parser: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's parser, or PyYAML's own where that was built without it. Only its events are used, so no tag is obeyed, no
alias expanded, and no text turned into a number or a date."""

DEPTH: Final = 16
"""How deep lists and mappings may lie in one another; a program needs eight."""

_ENOUGH: Final = 20
"""After so many faults in the writing of a file, more would tell nothing new."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML does not count as printable (YAML 1.2.2, 5.1), and no font has a glyph for."""

_NUMBER_SIGN: Final = re.compile(r"[ \t]+(#[0-9]\S*)")
"""A remark that is surely meant as text: Room #3."""


def grow(file: str, text: str) -> dict[str, Tree]:
    """Read YAML.

    Args:
        file: the name for messages.
        text: the file's content.

    Returns:
        The content: every scalar a text.

    Raises:
        BookletError: it is not YAML, says a key twice, uses anchors, aliases or tags, holds several documents or none,
            nests too deep, or is no mapping.
    """
    gardener = _Gardener(file, text)
    parser = Parser(text)
    last: Event = None
    try:
        while not isinstance(last, yaml.StreamEndEvent) and not gardener.full:
            event = parser.get_event()
            gardener.take(event)
            last = event
    except yaml.reader.ReaderError:
        gardener.faults.append(_control_character(file, text))
    except yaml.MarkedYAMLError as error:
        gardener.faults.append(explain(file, text, error, last))
    if gardener.faults:
        raise BookletError(gardener.faults)
    return _top(file, gardener.roots)


class _Gardener:
    """Grows the tree event by event, with a stack of its own: recursion would end at the interpreter's limit.

    `full` says that reading on would be of no use.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.faults: list[Fault] = []
        self.roots: list[Tree] = []
        self.full = False
        self._stack: list[_Branch] = [_Branch(self.roots)]

    def take(self, event: Event) -> None:
        """Add what an event says."""
        mark = event.start_mark
        match event:
            case yaml.ScalarEvent():
                self._check(event)
                self._add(event.value, mark)
            case yaml.MappingStartEvent():
                self._open({}, event)
            case yaml.SequenceStartEvent():
                self._open([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
            case yaml.AliasEvent():
                self._refuse_sign("*", mark)
                self._add("", mark)
            case yaml.DocumentStartEvent() if self.roots:
                self.full = True
                hint = "a program is one document: delete the line '---', or put what follows into a file of its own"
                self._refuse("a second document begins here", mark, hint)
            case _:
                pass

    def _open(self, value: list[Tree] | dict[str, Tree], event: Event) -> None:
        self._check(event)
        self._add(value, event.start_mark)
        self._stack.append(_Branch(value))
        if len(self._stack) > DEPTH:
            self.full = True
            self._refuse(TOO_DEEP, event.start_mark, UNNEST)

    def _add(self, value: Tree, mark: yaml.Mark) -> None:
        branch = self._stack[-1]
        if isinstance(branch.value, list):
            branch.value.append(value)
        elif branch.key is not None:
            branch.value[branch.key] = value
            branch.key = None
        elif isinstance(value, str):
            first = branch.seen.setdefault(value, mark)
            if first is not mark:
                hint = (
                    f"the first is in line {first.line + 1}: keep one of them; a new entry of a list begins with '- '"
                )
                self._refuse(f"'{value}' is given twice in the same entry", mark, hint)
            branch.key = value
        else:
            branch.key = ""
            hint = "a text that begins with '[' or '{' is put in quotes"
            self._refuse("a key is a plain word, not a list or a mapping", mark, hint)

    def _check(self, event: Event) -> None:
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._refuse_sign("&" if event.anchor is not None else "!", mark)
        if isinstance(event, yaml.CollectionStartEvent):
            return
        if event.style == '"' and (found := _CONTROL.search(event.value)):
            what = f"this text holds the control character U+{ord(found[0]):04X}, written with a backslash"
            self._refuse(what, mark, "delete it; a backslash that is meant as one is written twice")
        elif not event.style and (found := _NUMBER_SIGN.match(self.text, event.end_mark.index)):
            what = f"the text ends before '{found[1]}', since a '#' after a space begins a remark"
            self._refuse(what, mark, "put the whole text in quotes; a remark has a space after its '#'")

    def _refuse_sign(self, sign: str, mark: yaml.Mark) -> None:
        self._refuse(f"a text cannot begin with '{sign}'", mark, f'put the whole text in quotes: "{sign}…"')

    def _refuse(self, what: str, mark: yaml.Mark, hint: str) -> None:
        self.faults.append(Fault(what, Place(self.file, mark.line + 1, mark.column + 1), hint))
        self.full = self.full or len(self.faults) >= _ENOUGH


class _Branch:
    """A list or mapping that is still open; `key` waits for its value, `seen` knows where each key stood."""

    __slots__ = ("key", "seen", "value")

    def __init__(self, value: list[Tree] | dict[str, Tree]) -> None:
        self.value = value
        self.key: str | None = None
        self.seen: dict[str, yaml.Mark] = {}


def _top(file: str, roots: list[Tree]) -> dict[str, Tree]:
    root = roots[0] if roots else ""
    if isinstance(root, dict):
        return root
    if not root:
        hint = "'booklet new' writes a program to start from"
        raise BookletError([Fault("the file is empty", Place(file), hint)])
    found = "a list" if isinstance(root, list) else "a text"
    what = f"expected 'event:', 'venue:' and 'days:' at the beginning of lines, found {found}"
    raise BookletError([Fault(what, Place(file, 1, 1), "'booklet new' writes a program to start from")])


def _control_character(file: str, text: str) -> Fault:
    found = _CONTROL.search(text)
    at = found.start() if found else 0
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    hint = "delete it: such invisible characters come along when text is pasted from a PDF or a web page"
    return Fault(f"here stands the control character U+{ord(text[at]):04X}", place, hint)
