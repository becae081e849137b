"""The outlines of SVG's basic shapes and paths, as steps of a path."""

from __future__ import annotations

import re
from math import cos, isfinite, radians, sin, sqrt, tan
from typing import Final, NamedTuple

from booklet.layout.marks import Segment

_CIRCLE: Final = 0.5522847498
"""Length of the handles of a cubic that follows a quarter of a unit circle, 4/3 (√2 - 1)."""

_LARGEST: Final = 1e6
"""No coordinate of a picture is larger; PDF readers keep numbers of that size exactly enough."""

_NUMBER: Final = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_NEXT: Final = re.compile(rf"[\s,]*({_NUMBER})")
_NOT_PATH: Final = re.compile(r"[^MmZzLlHhVvCcSsQqTtAa0-9eE+\-.,\s]")
_TRANSFORM: Final = re.compile(r"([a-zA-Z]+)\s*\(([^()]*)\)\s*,?\s*")


class Affine(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f (SVG 1.1, 7.4)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, inner: Affine) -> Affine:
        """What does `inner` first and this next."""
        a, b, c, d, e, f = self
        return Affine(
            a * inner.a + c * inner.b,
            b * inner.a + d * inner.b,
            a * inner.c + c * inner.d,
            b * inner.c + d * inner.d,
            a * inner.e + c * inner.f + e,
            b * inner.e + d * inner.f + f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def scale(self) -> float:
        """How much longer things get; on average, where that depends on the direction."""
        return sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def sound(self) -> bool:
        """Whether its numbers are finite, and no larger than a picture's may be."""
        return all(isfinite(value) and abs(value) <= _LARGEST for value in self)

    @property
    def level(self) -> bool:
        """Whether text stays upright and in proportion."""
        return self.a > 0 and abs(self.a - self.d) <= 1e-3 * self.a and max(abs(self.b), abs(self.c)) <= 1e-3 * self.a

    def step(self, step: Segment) -> Segment:
        """Where a step of a path comes to lie, to thousandths."""
        match step:
            case ("M" | "L", x, y):
                return (step[0], *_rounded(self.point(x, y)))
            case ("C", x1, y1, x2, y2, x, y):
                a, b = _rounded(self.point(x1, y1))
                c, d = _rounded(self.point(x2, y2))
                return ("C", a, b, c, d, *_rounded(self.point(x, y)))
            case _:
                return step


def read_transform(text: str) -> Affine | None:
    """Read a `transform` attribute; None if it is not one that SVG 1.1 (7.6) knows."""
    matrix = Affine()
    at = 0
    text = text.strip()
    while at < len(text):
        match = _TRANSFORM.match(text, at)
        inner = match and _one_transform(match[1], read_numbers(match[2]))
        if not match or not inner:
            return None
        matrix = matrix.after(inner)
        at = match.end()
    return matrix if matrix.sound else None


def read_numbers(text: str) -> list[float] | None:
    """Read numbers that white space or commas part; None if there is anything else, or one that is too large."""
    numbers: list[float] = []
    at = 0
    while match := _NEXT.match(text, at):
        numbers.append(float(match[1]))
        at = match.end()
    return None if text[at:].strip() or any(abs(number) > _LARGEST for number in numbers) else numbers


def path_outline(data: str) -> list[Segment] | None:
    """Read the `d` attribute of a path (SVG 1.1, 8.3); None if it cannot be read."""
    # Only a picture with a path needs the parser, and it takes longer to load than the rest of this package.
    from fontTools.svgLib.path.parser import parse_path  # noqa: PLC0415

    if _NOT_PATH.search(data) or any(abs(float(number)) > _LARGEST for number in re.findall(_NUMBER, data)):
        return None
    # The parser stops reading a number at a point that no digit follows, and knows only blanks within arcs.
    plain = re.sub(r"(\d)\.(?!\d)", r"\1", re.sub(r"\s+", " ", data))
    pen = _Pen()
    try:
        parse_path(plain, pen)
    except (ValueError, IndexError, ArithmeticError):
        return None
    return pen.steps if all(isfinite(value) for step in pen.steps for value in step[1:]) else None


def polygon_outline(points: list[float], *, closed: bool) -> list[Segment]:
    """Lines through points given as x, y, x, y …; an odd last number is dropped (SVG 1.1, 9.7.1 calls it an error)."""
    pairs = list(zip(points[::2], points[1::2], strict=False))
    steps: list[Segment] = [("L", x, y) if i else ("M", x, y) for i, (x, y) in enumerate(pairs)]
    return [*steps, ("Z",)] if closed and steps else steps


def rectangle_outline(x: float, y: float, width: float, height: float, rx: float, ry: float) -> list[Segment]:
    """A rectangle whose corners are rounded to (rx, ry), clockwise from the top left (SVG 1.1, 9.2).

    Nothing if it is flat.
    """
    if not width or not height:
        return []
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return [("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",)]
    kx, ky = rx * (1 - _CIRCLE), ry * (1 - _CIRCLE)
    return [
        ("M", x + rx, y),
        ("L", right - rx, y),
        ("C", right - kx, y, right, y + ky, right, y + ry),
        ("L", right, bottom - ry),
        ("C", right, bottom - ky, right - kx, bottom, right - rx, bottom),
        ("L", x + rx, bottom),
        ("C", x + kx, bottom, x, bottom - ky, x, bottom - ry),
        ("L", x, y + ry),
        ("C", x, y + ky, x + kx, y, x + rx, y),
        ("Z",),
    ]


def ellipse_outline(x: float, y: float, rx: float, ry: float) -> list[Segment]:
    """An ellipse around (x, y), clockwise from the right (SVG 1.1, 9.4); nothing if it is flat."""
    if not rx or not ry:
        return []
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    return [
        ("M", x + rx, y),
        ("C", x + rx, y + ky, x + kx, y + ry, x, y + ry),
        ("C", x - kx, y + ry, x - rx, y + ky, x - rx, y),
        ("C", x - rx, y - ky, x - kx, y - ry, x, y - ry),
        ("C", x + kx, y - ry, x + rx, y - ky, x + rx, y),
        ("Z",),
    ]


class _Pen:
    """What fontTools draws paths with: its names, and every curve a cubic."""

    def __init__(self) -> None:
        self.steps: list[Segment] = []
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        """Begin a part of the path."""
        self.steps.append(("M", *point))
        self._at = point

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        """Draw a line."""
        self.steps.append(("L", *point))
        self._at = point

    def curveTo(self, one: tuple[float, float], two: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
        """Draw a cubic."""
        self.steps.append(("C", *one, *two, *point))
        self._at = point

    def qCurveTo(self, control: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
        """Draw a quadratic curve, as the cubic that it is."""
        (x0, y0), (cx, cy), (x, y) = self._at, control, point
        one = (x0 + 2 / 3 * (cx - x0), y0 + 2 / 3 * (cy - y0))
        two = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y))
        self.curveTo(one, two, point)

    def arcTo(  # noqa: N802
        self, rx: float, ry: float, turn: float, large: bool, sweep: bool, point: tuple[float, float]
    ) -> None:
        """Draw an arc as cubics; one without a radius is a line (SVG 1.1, F.6.2)."""
        from fontTools.svgLib.path.arc import EllipticalArc  # noqa: PLC0415 (loaded with the parser)

        if rx and ry:
            EllipticalArc(complex(*self._at), rx, ry, turn, large, sweep, complex(*point)).draw(self)
        else:
            self.lineTo(point)

    def closePath(self) -> None:  # noqa: N802
        """Close the part."""
        self.steps.append(("Z",))

    def endPath(self) -> None:  # noqa: N802
        """Leave the part open."""


def _one_transform(name: str, numbers: list[float] | None) -> Affine | None:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return Affine(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) <= 1:
            return Affine(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) <= 1:
            return Affine(a=x, d=rest[0] if rest else x)
        case "rotate", [angle]:
            turn = radians(angle)
            return Affine(cos(turn), sin(turn), -sin(turn), cos(turn))
        case "rotate", [angle, x, y]:
            turn = radians(angle)
            return (
                Affine(e=x, f=y)
                .after(Affine(cos(turn), sin(turn), -sin(turn), cos(turn), 0.0, 0.0))
                .after(Affine(e=-x, f=-y))
            )
        case "skewX", [angle]:
            return Affine(c=tan(radians(angle)))
        case "skewY", [angle]:
            return Affine(b=tan(radians(angle)))
        case _:
            return None


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    """A point to thousandths: sines differ in their last digit between machines."""
    return round(point[0], 3) + 0.0, round(point[1], 3) + 0.0
