"""YAML from strangers: texts, lists and fields with their lines; no tag obeyed, no alias followed, no type guessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeAlias, Union

import yaml

from booklet.errors import BookletError, Fault, Place

Node: TypeAlias = Union[str, "list[Node]", "Fields"]
"""A value: a text ("" for null), a list, or fields."""

_PARSER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST: Final = 24
"""How deep lists and fields may lie in one another; exports need ten."""

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})


class Fields(NamedTuple):
    """A mapping, and the line that it begins in."""

    line: int
    values: dict[str, Node]

    def text(self, *names: str) -> str:
        """The text of the first of several fields that has one; "" if none has."""
        found = (self.values.get(name) for name in names)
        return next((value.strip() for value in found if isinstance(value, str) and value.strip()), "")

    def nodes(self, name: str) -> list[Node]:
        """The items of a field that holds a list; a field that holds one thing is a list of it."""
        value = self.values.get(name, "")
        if isinstance(value, list):
            return value
        return [value] if value else []


class _Open:
    """A list or mapping that is still being filled; `key` waits for its value."""

    __slots__ = ("key", "value")

    def __init__(self, value: list[Node] | Fields) -> None:
        self.value = value
        self.key: str | None = None

    def add(self, node: Node) -> None:
        if isinstance(self.value, list):
            self.value.append(node)
        elif self.key is None:
            self.key = node if isinstance(node, str) else ""
        else:
            self.value.values[self.key] = node
            self.key = None


def read_yaml(text: str, name: str) -> Node:
    """The first document of a YAML text.

    Args:
        text: what to read.
        name: the source, for places.

    Raises:
        BookletError: it is no YAML, nests too deep, or refers to itself, which is how YAML is made to explode.
    """
    roots: list[Node] = []
    stack = [_Open(roots)]
    if "\0" in text:
        raise BookletError([Fault("this is no text that can be read", Place(name), "export it anew")])
    parser = _PARSER(text)
    try:
        for event in _events(parser):
            match event:
                case yaml.ScalarEvent():
                    null = not event.style and event.value in _NULLS
                    stack[-1].add("" if null else event.value)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    mapping = isinstance(event, yaml.MappingStartEvent)
                    line = event.start_mark.line + 1 if event.start_mark else 0
                    value: list[Node] | Fields = Fields(line, {}) if mapping else []
                    stack[-1].add(value)
                    stack.append(_Open(value))
                    if len(stack) > _DEEPEST:
                        raise _refusal("this nests deeper than any program does", name, event.start_mark)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    stack.pop()
                case yaml.AliasEvent():
                    raise _refusal(f"this refers to another place ('*{event.anchor}')", name, event.start_mark)
                case yaml.DocumentEndEvent():
                    break
    except yaml.MarkedYAMLError as error:
        raise _refusal(f"the YAML is broken here: {error.problem}", name, error.problem_mark) from None
    except yaml.YAMLError:
        raise BookletError([Fault("this is no YAML that can be read", Place(name), "export it anew")]) from None
    return roots[0] if roots else ""


def _events(parser: Any) -> Iterator[yaml.Event]:  # noqa: ANN401 - libyaml's parser or PyYAML's own
    while parser.check_event():
        yield parser.get_event()


def _refusal(what: str, name: str, mark: Any) -> BookletError:  # noqa: ANN401 - libyaml's mark or PyYAML's own
    where = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    return BookletError([Fault(what, where, "correct it there, or export it anew")])
