"""Marks become a page's content stream: the one place where y is turned over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Final, NamedTuple

from typing_extensions import assert_never

from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, Far, Fill, GlyphRun, Ink, Link, Mark, Path, Picture, Rule, Segment
from booklet.layout.pages import Page
from booklet.pdf.bounds import bounds
from booklet.pdf.rectangles import rectangles
from booklet.pdf.syntax import Ref, number, rectangle
from booklet.text.operands import FACE_MARK, face_and_scale

_BLACK: Final = Ink(0, 0, 0)


@dataclass(slots=True)
class Names:
    """What content streams call the faces and pictures that they have drawn so far.

    A face that is not known yet is numbered; a picture is called after its content, so that all processes that draw the
    pages of a book call it the same.
    """

    faces: dict[str, str] = field(default_factory=dict)
    pictures: dict[bytes, str] = field(default_factory=dict)

    def face(self, face: str) -> str:
        """The resource name of a face."""
        return self.faces.setdefault(face, f"F{len(self.faces)}")

    def picture(self, data: bytes) -> str:
        """The resource name of a picture; equal files share one."""
        name = self.pictures.get(data)
        if name is None:
            name = self.pictures[data] = f"I{sha256(data).hexdigest()[:16]}"
        return name


def face_names(faces: Iterable[str]) -> dict[str, str]:
    """What content streams call faces, by their order: the same in all processes that draw pages of a book."""
    return {face: f"F{number}" for number, face in enumerate(faces)}


class Piece(NamedTuple):
    """What a page holds of an element: the marked content with that identifier, or a link."""

    element: Element
    what: int | Link


class Drawn(NamedTuple):
    """A page's content stream, which is bytes once it is deflated, and all that stands beside it in the file.

    `pieces` are in order of appearance, and their marked-content identifiers count from 0. `pictures` are the names of
    the pictures drawn, `faces` the faces, and `figures` has the place of each Figure and Formula.
    """

    code: str | bytes
    pieces: tuple[Piece, ...]
    anchors: tuple[Anchor, ...]
    pictures: tuple[str, ...]
    faces: tuple[str, ...] = ()
    figures: Mapping[Element, str] = MappingProxyType({})


class Written(NamedTuple):
    """A page in the file: what it was, what was drawn of it, and the object that it became."""

    page: Page
    drawn: Drawn
    ref: Ref


def draw(page: Page, names: Names, *, tagged: bool) -> Drawn:
    """Write a page's content stream.

    Args:
        page: its final marks.
        names: extended by what the page is the first to use.
        tagged: mark content with the element that it belongs to, and the rest as artifacts.

    Raises:
        ValueError: a link does not belong to a Link element.

    Source: ISO 32000-1, 14.6 and 14.8.2.2.
    """
    pen = _Pen(page.size.height, names)
    pieces: list[Piece] = []
    anchors: list[Anchor] = []
    identifier = 0
    for element, contents in groupby(page.contents, attrgetter("element")):
        marks = [mark for content in contents for mark in content.marks]
        start = len(pen.code)
        pen.draw(marks)
        if tagged and len(pen.code) > start:
            if element is None:
                opening = "/Artifact BMC"
            else:
                opening = f"/{element.role} <</MCID {identifier}>> BDC"
                pieces.append(Piece(element, identifier))
                identifier += 1
            pen.code.insert(start, opening)
            pen.code.append("EMC")
        for mark in marks:
            if isinstance(mark, Link):
                pieces.append(_link(element, mark))
            elif isinstance(mark, Anchor):
                anchors.append(mark)
    figures = _figures(page) if tagged else {}
    faces = tuple(pen.faces)
    return Drawn("\n".join(pen.code), tuple(pieces), tuple(anchors), tuple(pen.pictures), faces, figures)


def _figures(page: Page) -> dict[Element, str]:
    """The place of each figure on a page."""
    figures: dict[Element, list[Mark]] = {}
    for element, marks in page.contents:
        if element and element.role in {"Figure", "Formula"}:
            figures.setdefault(element, []).extend(marks)
    return {figure: rectangle(bounds(marks), page.size.height) for figure, marks in figures.items()}


def draw_marks(marks: Sequence[Mark], height: float) -> str:
    """The content stream of marks that use neither faces nor pictures, on a page of that height."""
    pen = _Pen(height, Names())
    pen.draw(marks)
    return "\n".join(pen.code)


def draw_label(marks: Iterable[Mark], height: float, names: Names) -> Drawn:
    """The content stream of a label of that height, in coordinates of its own; it counts on a fresh graphics state."""
    pen = _Pen(height, names)
    pen.draw(marks)
    return Drawn("\n".join(pen.code), (), (), tuple(pen.pictures), tuple(pen.faces))


def _link(element: Element | None, link: Link) -> Piece:
    if element is None or element.role != "Link":
        role = element.role if element else "an artifact"
        raise ValueError(f"link to {link.target!r} belongs to {role}; it must belong to a Link element")
    return Piece(element, link)


class _Pen:
    """A content stream in the making, and the graphics state that it has set so far.

    Operators are written only where they change the state: this loop sees every mark of a book.
    """

    __slots__ = ("code", "faces", "height", "names", "pictures", "state")

    def __init__(self, height: float, names: Names) -> None:
        self.code: list[str] = []
        self.height = height
        self.names = names
        self.pictures: dict[str, None] = {}
        self.faces: dict[str, None] = {}
        self.state = _State()

    def draw(self, marks: Iterable[Mark]) -> None:
        """Draw marks; links and anchors have no ink."""
        runs: list[GlyphRun] = []
        for mark in marks:
            if isinstance(mark, GlyphRun):
                runs.append(mark)
                continue
            if runs:
                self._text(runs)
                runs = []
            match mark:
                case Rule():
                    self._rule(mark)
                case Fill():
                    self._fill(mark)
                case Path():
                    self._path(mark)
                case Picture():
                    self._picture(mark)
                case Link() | Anchor():
                    pass
                case Far():
                    raise ValueError(f"{mark.text!r} is in another process, which must draw it")
                case _:
                    assert_never(mark)
        if runs:
            self._text(runs)

    def _text(self, runs: Sequence[GlyphRun]) -> None:
        code, state, height = self.code, self.state, self.height
        code.append("BT")
        left = base = 0.0
        for x, y, face, size, ink, operand, _, _ in runs:
            if ink != state.fill:
                self._fill_ink(ink)
            if face != state.face or size != state.size:
                state.face, state.size = face, size
                self.faces[face] = None
                code.append(f"/{self.names.face(face)} {number(size)} Tf")
            # Td counts from the run before, so rounded places are subtracted, lest roundings add up.
            at, up = round(x, 2), round(height - y, 2)
            if FACE_MARK in operand:
                operand = self._lent(operand, size)  # noqa: PLW2901
            code.append(f"{number(at - left)} {number(up - base)} Td[{operand}]TJ")
            left, base = at, up
        code.append("ET")

    def _lent(self, operand: str, size: float) -> str:
        """An operand with the operators that change to the faces named in it."""
        parts = operand.split(FACE_MARK)
        for at in range(1, len(parts), 2):
            face, scale = face_and_scale(parts[at])
            self.faces[face] = None
            parts[at] = f" /{self.names.face(face)} {number(size * scale)} Tf"
        return "".join(parts)

    def _rule(self, rule: Rule) -> None:
        self._stroke(rule.ink, rule.thickness, rule.dash, rule.round)
        start, end = self._point(rule.x0, rule.y0), self._point(rule.x1, rule.y1)
        self.code.append(f"{start} m {end} l S")

    def _fill(self, fill: Fill) -> None:
        self._fill_ink(fill.ink)
        self.code.append(f"{self._box(fill.x, fill.y, fill.width, fill.height)} re f")

    def _path(self, path: Path) -> None:
        paint = {(True, False): "f", (False, True): "S", (True, True): "B"}.get(
            (path.fill is not None, path.stroke is not None)
        )
        if paint is None or not path.segments:
            return
        outer = self.state
        if path.clip:
            self.code.append(f"q {self._box(*path.clip)} re W n")
            self.state = outer.copy()
        if path.fill is not None:
            self._fill_ink(path.fill)
        if path.stroke is not None:
            self._stroke(path.stroke, path.thickness, path.dash, path.round)
        boxes = rectangles(path.segments, self.height) if paint == "f" else None
        self.code += boxes or [self._step(step) for step in path.segments]
        self.code.append(paint)
        if path.clip:
            self.code.append("Q")
            self.state = outer

    def _picture(self, picture: Picture) -> None:
        name = self.names.picture(picture.data)
        self.pictures[name] = None
        width, height = number(picture.width), number(picture.height)
        corner = self._point(picture.x, picture.y + picture.height)
        self.code.append(f"q {width} 0 0 {height} {corner} cm /{name} Do Q")

    def _fill_ink(self, ink: Ink) -> None:
        if ink != self.state.fill:
            self.state.fill = ink
            self.code.append(f"{_channels(ink)} rg")

    def _stroke(self, ink: Ink, thickness: float, dash: tuple[float, ...], rounded: bool) -> None:
        state, code = self.state, self.code
        if ink != state.stroke:
            state.stroke = ink
            code.append(f"{_channels(ink)} RG")
        if thickness != state.thickness:
            state.thickness = thickness
            code.append(f"{_fine(thickness)} w")
        if dash != state.dash:
            state.dash = dash
            code.append(f"[{' '.join(map(_fine, dash))}] 0 d")
        if rounded != state.round:
            state.round = rounded
            code.append("1 J 1 j" if rounded else "0 J 0 j")

    def _step(self, step: Segment) -> str:
        point = self._point
        match step:
            case ("M", x, y):
                return f"{point(x, y)} m"
            case ("L", x, y):
                return f"{point(x, y)} l"
            case ("C", x1, y1, x2, y2, x3, y3):
                return f"{point(x1, y1)} {point(x2, y2)} {point(x3, y3)} c"
            case _:
                return "h"

    def _point(self, x: float, y: float) -> str:
        return f"{number(x)} {number(self.height - y)}"

    def _box(self, x: float, y: float, width: float, height: float) -> str:
        return f"{self._point(x, y + height)} {number(width)} {number(height)}"


@dataclass(slots=True)
class _State:
    """The graphics state; a page starts with the values of ISO 32000-1, table 52, and no face."""

    fill: Ink = _BLACK
    stroke: Ink = _BLACK
    face: str = ""
    size: float = 0.0
    thickness: float = 1.0
    dash: tuple[float, ...] = ()
    round: bool = False

    def copy(self) -> _State:
        return _State(self.fill, self.stroke, self.face, self.size, self.thickness, self.dash, self.round)


def _channels(ink: Ink) -> str:
    return " ".join(map(_fine, ink))


def _fine(value: float) -> str:
    """A number with at most three decimals, for colours and thicknesses."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
