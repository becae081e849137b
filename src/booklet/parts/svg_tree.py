"""XML that nobody vouches for, read into a small tree whose nodes know their line and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn

from booklet.errors import BookletError, Fault, Place

SVG: Final = "http://www.w3.org/2000/svg"

_BYTES, _NODES, _DEPTH = 2_000_000, 20_000, 64
"""The largest file, most elements and deepest nesting that are read: far beyond a map, far below trouble."""

_EXPORT: Final = "export the picture as plain SVG, or as PNG"


@dataclass(slots=True, eq=False)
class Node:
    """An element of SVG: its name, its attributes without those of other namespaces, and what it holds in order."""

    name: str
    attributes: Mapping[str, str]
    line: int
    column: int
    content: list[Node | str] = field(default_factory=list)

    @property
    def children(self) -> list[Node]:
        """The elements inside."""
        return [part for part in self.content if isinstance(part, Node)]

    @property
    def text(self) -> str:
        """The characters directly inside, with white space collapsed."""
        return " ".join("".join(part for part in self.content if isinstance(part, str)).split())


class Complaints:
    """Collects what is wrong with a picture, each with its place."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def add(self, node: Node, what: str, hint: str) -> None:
        """Note a fault at an element."""
        self.faults.append(Fault(what, Place(self.file, node.line, node.column), hint))

    def in_order(self) -> list[Fault]:
        """The faults in the order of the file."""
        return sorted(self.faults, key=lambda fault: fault.where or Place(self.file))


def read_tree(data: bytes, file: str) -> Node:
    """Read an SVG document.

    Elements of other namespaces, which drawing programs leave behind, are dropped with all they hold.

    Args:
        data: the file.
        file: its name, for faults.

    Returns:
        The root, whose name is `svg`.

    Raises:
        BookletError: it is no XML, its root is no SVG, it has a document type (which could declare entities or fetch
            other files), or it is too large. Reading stops there.
    """
    if len(data) > _BYTES:
        raise BookletError([Fault(f"this SVG picture is larger than {_BYTES:,} bytes", Place(file), _EXPORT)])
    root = _Reader(file).read(data)
    if root is None:
        hint = f'its root must be <svg xmlns="{SVG}">'
        raise BookletError([Fault("this file is no SVG picture", Place(file), hint)])
    return root


class _Reader:
    """Follows the parser's events; `_open` are the elements around the present one, None for one that is dropped."""

    def __init__(self, file: str) -> None:
        # Only a picture in SVG needs the parser, so it is not loaded at start-up.
        from xml.parsers import expat  # noqa: PLC0415

        self._file = file
        self._error = expat.ExpatError
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._root: Node | None = None
        self._open: list[Node | None] = []
        self._count = 0

    def read(self, data: bytes) -> Node | None:
        """The root, or None if it is no `svg` element."""
        try:
            self._parser.Parse(data, True)
        except self._error as error:
            reason = str(error).partition(":")[0]
            where = Place(self._file, error.lineno, error.offset + 1)
            raise BookletError([Fault(f"this is not well-formed XML: {reason}", where, _EXPORT)]) from None
        except (
            ValueError,
            LookupError,
        ):  # an encoding that Python does not know, or that has several bytes a character
            self._stop("the encoding of this SVG picture is not known", "save it in UTF-8")
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _NODES or len(self._open) >= _DEPTH:
            self._stop(f"this SVG picture has more than {_NODES:,} elements, or {_DEPTH} inside one another", _EXPORT)
        around = self._open[-1] if self._open else None
        space, _, local = name.rpartition(" ")
        if space != SVG or (self._open and around is None) or (not self._open and local != "svg"):
            self._open.append(None)
            return
        own = {key: value for key, value in attributes.items() if " " not in key}
        node = Node(local, own, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        if around is None:
            self._root = node
        else:
            around.content.append(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open and (node := self._open[-1]) is not None:
            node.content.append(text)

    def _doctype(self, *_declaration: object) -> None:
        self._stop("this SVG picture has a document type, which could fetch other files", "delete its <!DOCTYPE …>")

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._stop(
                "this SVG picture refers to a style sheet", "put the styles into the elements, or export it as PNG"
            )

    def _stop(self, what: str, hint: str) -> NoReturn:
        where = Place(self._file, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        raise BookletError([Fault(what, where, hint)])
