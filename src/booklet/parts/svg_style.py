"""How SVG's elements are to look: presentation attributes and `style` attributes, inherited, as inks and lengths."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

from booklet.design.theme import ink
from booklet.layout.marks import Ink
from booklet.parts.svg_drawing import Anchor
from booklet.parts.svg_paths import read_numbers
from booklet.parts.svg_tree import Complaints, Node

PLAIN: Final = "convert it to plain paths, or export the picture as PNG"
"""What to do about most of what cannot be read."""

_BLACK: Final = Ink(0.0, 0.0, 0.0)

_UNITS: Final[Mapping[str, float]] = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
"""User units in the units that CSS knows."""

_LENGTH: Final = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*([a-z%]*)\s*")

_UPRIGHT: Final = frozenset({"y", "y1", "y2", "cy", "ry", "dy", "height"})
_SIZES: Final = frozenset({"r", "rx", "ry", "width", "height"})
"""Attributes that are measured down the page, and those that are never below 0."""

_HEXADECIMAL: Final = re.compile("#(?:[0-9A-Fa-f]{3}){1,2}")
_PROPERTIES: Final = frozenset(
    {
        "color",
        "display",
        "fill",
        "fill-opacity",
        "fill-rule",
        "font-size",
        "font-style",
        "font-weight",
        "opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "visibility",
    }
)
"""The properties that are heeded."""

_NEUTRAL: Final[Mapping[str, frozenset[str]]] = {
    "baseline-shift": frozenset({"baseline", "0"}),
    "clip-path": frozenset({"none"}),
    "dominant-baseline": frozenset({"auto", "alphabetic"}),
    "filter": frozenset({"none"}),
    "font": frozenset(),
    "marker": frozenset({"none", ""}),
    "marker-end": frozenset({"none"}),
    "marker-mid": frozenset({"none"}),
    "marker-start": frozenset({"none"}),
    "mask": frozenset({"none"}),
    "mix-blend-mode": frozenset({"normal"}),
    "stroke-dashoffset": frozenset({"0", "0px"}),
    "vector-effect": frozenset({"none"}),
    "writing-mode": frozenset({"lr", "lr-tb", "horizontal-tb"}),
}
"""Properties that would change the picture, and the values with which they do not; others are harmless."""


@dataclass(frozen=True, slots=True)
class Style:
    """The style of an element; lengths in user units."""

    color: Ink = _BLACK
    fill: Ink | None = _BLACK
    stroke: Ink | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    round_joins: bool = False
    even_odd: bool = False
    size: float = 16.0
    bold: bool = False
    italic: bool = False
    anchor: Anchor = "start"
    hidden: bool = False
    gone: bool = False


def styled(node: Node, around: Style, complaints: Complaints) -> Style:
    """The style of an element inside another.

    Args:
        node: the element.
        around: the style of the element that it is in.
        complaints: what collects properties that are not supported and values that cannot be read.
    """
    style = around
    declared = _declarations(node, complaints)
    for name in sorted(declared, key=lambda name: name != "color"):  # currentColor means this element's own
        value = declared[name]
        if value == "inherit" or (name in _NEUTRAL and value in _NEUTRAL[name]):
            continue
        if name in _NEUTRAL:
            complaints.add(node, f"booklet does not know {name}: {value}", PLAIN)
        elif (changed := _changed(style, name, value)) is not None:
            style = changed
        elif name.endswith("opacity"):
            hint = "give the colour that it has on its ground, or export the picture as PNG"
            complaints.add(node, f"{name}: {value}: booklets are printed without transparent colours", hint)
        elif value.startswith("url("):
            complaints.add(node, f"{name}: {value} is no plain colour, but a gradient or pattern", PLAIN)
        else:
            complaints.add(node, f"{name}: {value} cannot be read", _expected(name))
    return style


def read_length(text: str, *, whole: float = 0.0, em: float = 0.0) -> float | None:
    """A length in user units; None if it cannot be read.

    Args:
        text: a number and perhaps a unit.
        whole: what 100% would be; 0 if percentages mean nothing here.
        em: the size of type; 0 if it means nothing here.
    """
    match = _LENGTH.fullmatch(text)
    numbers = read_numbers(match[1]) if match else None
    if not match or not numbers:
        return None
    factor = {**_UNITS, "%": whole / 100, "em": em}.get(match[2], 0.0)
    return numbers[0] * factor if factor else None


def read_attribute(
    node: Node, name: str, size: tuple[float, float], complaints: Complaints, *, em: float = 0.0
) -> float:
    """A length among an element's attributes, in user units; 0 if it is not there.

    Args:
        node: the element.
        name: the attribute.
        size: the picture's width and height, which percentages refer to (SVG 1.1, 7.10).
        complaints: what collects lengths that cannot be read, and sizes below 0.
        em: the size of type, if it means something here.
    """
    text = node.attributes.get(name)
    if text is None:
        return 0.0
    width, height = size
    whole = sqrt((width * width + height * height) / 2) if name == "r" else height if name in _UPRIGHT else width
    length = read_length(text, whole=whole, em=em)
    if length is None or (length < 0 and name in _SIZES):
        complaints.add(node, f'{name}="{text}" of this <{node.name}> cannot be read', "give one number")
        return 0.0
    return length


def _declarations(node: Node, complaints: Complaints) -> dict[str, str]:
    """The properties of an element; its `style` attribute comes before presentation attributes (SVG 1.1, 6.4)."""
    found = {name: value.strip() for name, value in node.attributes.items() if name in _PROPERTIES or name in _NEUTRAL}
    for declaration in re.sub(r"/\*.*?\*/", "", node.attributes.get("style", ""), flags=re.DOTALL).split(";"):
        name, colon, value = declaration.partition(":")
        name, value = name.strip().lower(), value.replace("!important", "").strip()
        if name == "transform" and value != "none":
            complaints.add(node, "booklet does not know transform within style", "use the transform attribute")
        elif colon and (name in _PROPERTIES or name in _NEUTRAL):
            found[name] = value
    return found


def _changed(style: Style, name: str, value: str) -> Style | None:
    """The style with one property set; None if the value cannot be read."""
    match name:
        case "fill" | "stroke" | "color":
            return _coloured(style, name, value)
        case "opacity" | "fill-opacity" | "stroke-opacity":
            return _faded(style, name, value)
        case "stroke-width":
            width = read_length(value, em=style.size)
            return None if width is None or width < 0 else replace(style, width=width)
        case "stroke-dasharray":
            dash = [] if value == "none" else read_numbers(value.replace("px", " "))
            if dash is None or any(length < 0 for length in dash):
                return None
            return replace(style, dash=tuple(dash * (1 + len(dash) % 2)) if any(dash) else ())
        case "font-size":
            size = read_length(value, whole=style.size, em=style.size)
            return None if size is None or size < 0 else replace(style, size=size)
        case "font-weight":
            weight = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 400}.get(value)
            number = weight or (int(value) if re.fullmatch(r"[1-9][0-9]{0,3}", value) else 0)
            return replace(style, bold=number >= 600) if number else None
        case "text-anchor" if value in {"start", "middle", "end"}:
            return replace(style, anchor=value)  # type: ignore[arg-type]
        case _:
            return _switched(style, name, value)


def _switched(style: Style, name: str, value: str) -> Style | None:
    """The style with a property set that is one of a few words; None if it is another word."""
    match name, value:
        case "stroke-linecap", "butt" | "round":
            return replace(style, round_ends=value == "round")
        case "stroke-linejoin", "miter" | "bevel" | "round":
            return replace(style, round_joins=value == "round")
        case "fill-rule", "nonzero" | "evenodd":
            return replace(style, even_odd=value == "evenodd")
        case "font-style", "normal" | "italic" | "oblique":
            return replace(style, italic=value != "normal")
        case "visibility", "visible" | "hidden" | "collapse":
            return replace(style, hidden=value != "visible")
        case "display", _:
            return replace(style, gone=style.gone or value == "none")
        case _:
            return None


def _coloured(style: Style, name: str, value: str) -> Style | None:
    lower = value.lower()
    if lower in {"none", "transparent"} and name != "color":
        return replace(style, **{name: None})  # type: ignore[arg-type]
    colour = style.color if lower == "currentcolor" else _read_ink(value)
    return replace(style, **{name: colour}) if colour else None  # type: ignore[arg-type]


def _faded(style: Style, name: str, value: str) -> Style | None:
    """Wholly opaque and wholly transparent can be drawn; what is between cannot."""
    opacity = read_length(value, whole=1.0)
    if opacity is None or 0 < opacity < 1:
        return None
    if opacity >= 1:
        return style
    match name:
        case "fill-opacity":
            return replace(style, fill=None)
        case "stroke-opacity":
            return replace(style, stroke=None)
        case _:
            return replace(style, gone=True)


def _read_ink(text: str) -> Ink | None:
    """A colour by name, as #rgb, #rrggbb, rgb() or hsl(); None if it is none, or not opaque."""
    if _HEXADECIMAL.fullmatch(text):
        return ink(text if len(text) == 7 else "#" + "".join(digit * 2 for digit in text[1:]))
    # Names are rare, and Pillow takes a while to load.
    from PIL import ImageColor  # noqa: PLC0415

    try:
        red, green, blue, *alpha = ImageColor.getrgb(text)
    except ValueError:
        return None
    if alpha and alpha[0] < 255:
        return None
    return Ink(*(round(min(channel, 255) / 255, 4) for channel in (red, green, blue)))


def _expected(name: str) -> str:
    """What a property expects."""
    match name:
        case "fill" | "stroke" | "color":
            return "give an opaque colour such as #0f4c5c, rgb(15, 76, 92) or navy"
        case "stroke-linecap":
            return "booklet knows butt and round"
        case "font-weight":
            return "give a number from 1 to 1000, normal or bold"
        case "stroke-dasharray":
            return "give lengths such as 4 2"
        case "text-anchor":
            return "give start, middle or end"
        case _:
            return "give a value of SVG 1.1, without calculations"
