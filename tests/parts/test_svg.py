"""SVG: what is read comes out as it was drawn, and what is not read is said once, with its place."""

from __future__ import annotations

import contextlib
import re
from math import hypot, isfinite
from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.errors import BookletError, Fault, Place
from booklet.layout.marks import Ink, Path, Segment
from booklet.parts.svg import Drawing, Label, read_svg

WHERE = Place("map.svg")
BLACK, TEAL = Ink(0, 0, 0), Ink(0.0588, 0.298, 0.3608)
MAP = File(__file__).parents[2] / "assets" / "venue-map.svg"


def svg(body: str, head: str = 'viewBox="0 0 400 300"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{body}</svg>'.encode()


def read(body: str) -> Drawing:
    return read_svg(svg(body), WHERE)


def shape(body: str) -> Path:
    [path] = read(body).shapes
    return path


def outline(body: str) -> tuple[Segment, ...]:
    return shape(body).segments


def faults(data: bytes) -> list[Fault]:
    with pytest.raises(BookletError) as caught:
        read_svg(data, WHERE)
    return list(caught.value.faults)


def fault(body: str) -> Fault:
    [only] = faults(svg(body))
    return only


# What is read


def test_size_comes_from_the_view_box() -> None:
    drawing = read_svg(svg("", 'viewBox="10 20 300 200" width="110mm" height="50%"'), WHERE)
    assert (drawing.width, drawing.height) == (300, 200)


def test_size_comes_from_width_and_height_without_a_view_box() -> None:
    drawing = read_svg(svg("", 'width="96px" height="1in"'), None)
    assert (drawing.width, drawing.height) == (96, 96)


def test_origin_of_the_view_box_becomes_the_corner() -> None:
    drawing = read_svg(svg('<line x1="10" y1="20" x2="40" y2="60" stroke="red"/>', 'viewBox="10 20 300 200"'), WHERE)
    assert drawing.shapes[0].segments == (("M", 0, 0), ("L", 30, 40))


def test_title_and_description_are_the_pictures_own() -> None:
    drawing = read("<g><title>a part</title></g><title> Map of\n the campus </title><desc>North is up.</desc>")
    assert (drawing.title, drawing.description) == ("Map of the campus", "North is up.")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<path d="M10 20L30 40z"/>', [("M", 10, 20), ("L", 30, 40), ("L", 10, 20), ("Z",)]),
        ('<path d="m10 20 5 5h5V1"/>', [("M", 10, 20), ("L", 15, 25), ("L", 20, 25), ("L", 20, 1)]),
        ('<path d="M0 0Q3 3 6 0"/>', [("M", 0, 0), ("C", 2, 2, 4, 2, 6, 0)]),
        ('<path d="M1.\n2\tC3,4 5,6 7,8"/>', [("M", 1, 2), ("C", 3, 4, 5, 6, 7, 8)]),
        ('<path d="M0 0A0 5 0 0 1 9 9"/>', [("M", 0, 0), ("L", 9, 9)]),
        ('<polyline points="1,2 3,4 5,6"/>', [("M", 1, 2), ("L", 3, 4), ("L", 5, 6)]),
        ('<polygon points="1-2.5.5 6"/>', [("M", 1, -2.5), ("L", 0.5, 6), ("Z",)]),
        ('<rect x="1" y="2" width="3" height="4"/>', [("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",)]),
        ('<rect width="100%" height="50%"/>', [("M", 0, 0), ("L", 400, 0), ("L", 400, 150), ("L", 0, 150), ("Z",)]),
    ],
)
def test_outline_of_a_shape(body: str, expected: list[Segment]) -> None:
    assert outline(body) == tuple(expected)


@pytest.mark.parametrize(
    "body",
    [
        '<circle cx="200" cy="150" r="40"/>',
        '<ellipse cx="200" cy="150" rx="40" ry="40"/>',
        '<rect x="160" y="110" width="80" height="80" rx="40"/>',
        '<path d="M240 150a40 40 0 0 1-80 0a40 40 0 0 1 80 0"/>',
        '<path d="M240 150\na 1 1 0\n0 1 -80 0 a1 1 0 01 80 0"/>',
    ],
)
def test_round_shapes_are_round(body: str) -> None:
    at = (0.0, 0.0)
    radii = []
    for step in outline(body):
        if step[0] == "C":
            middle = [
                (a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(at, step[1:3], step[3:5], step[5:7], strict=True)
            ]
            radii.append(hypot(middle[0] - 200, middle[1] - 150))
        if step[0] != "Z":
            at = step[-2:]
    assert len(radii) == 4
    assert radii == pytest.approx([40] * 4, abs=0.02)


@pytest.mark.parametrize(
    ("transform", "point"),
    [
        ("translate(5)", (15, 20)),
        ("translate(5, 6)", (15, 26)),
        ("scale(2)", (20, 40)),
        ("scale(2 -1)", (20, -20)),
        ("rotate(90)", (-20, 10)),
        ("rotate(90 10 10)", (0, 10)),
        ("skewX(45)", (30, 20)),
        ("skewY(45)", (10, 30)),
        ("matrix(1 2 3 4 5 6)", (75, 106)),
        ("translate(1,1) , scale(2)", (21, 41)),
        (" ", (10, 20)),
    ],
)
def test_transform_moves_a_point(transform: str, point: tuple[float, float]) -> None:
    assert outline(f'<polygon transform="{transform}" points="10 20"/>')[0] == ("M", *point)


def test_transforms_of_groups_come_last() -> None:
    body = '<g transform="scale(2)"><polygon transform="translate(5 0)" points="1 1"/></g>'
    assert outline(body)[0] == ("M", 12, 2)


def test_stroke_grows_with_its_transform() -> None:
    path = shape('<line x2="9" stroke="navy" stroke-width="1.5" stroke-dasharray="4 2 1" transform="scale(2)"/>')
    assert (path.thickness, path.dash) == (3, (8, 4, 2, 8, 4, 2))


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#0f4c5c", TEAL),
        ("#fff", Ink(1, 1, 1)),
        ("rgb(15, 76, 92)", TEAL),
        ("rgb(100%, 0%, 0%)", Ink(1, 0, 0)),
        ("RED", Ink(1, 0, 0)),
        ("currentColor", Ink(0, 0, 1)),
        ("inherit", Ink(0, 1, 0)),
    ],
)
def test_fill_is_an_ink(colour: str, ink: Ink) -> None:
    assert shape(f'<g fill="lime" color="blue"><circle r="9" fill="{colour}"/></g>').fill == ink


def test_fill_is_black_unless_said() -> None:
    assert shape('<circle r="9"/>').fill == BLACK


def test_style_attribute_comes_before_presentation_attributes() -> None:
    path = shape('<circle r="9" fill="red" style="/* a */ fill : #0f4c5c !important; stroke:none; font-family: X"/>')
    assert (path.fill, path.stroke) == (TEAL, None)


def test_ends_of_a_line_and_joins_of_an_outline_are_round() -> None:
    body = '<g stroke="red" stroke-linecap="round"><line x2="9"/><rect width="9" height="9"/></g>'
    assert [path.round for path in read(body).shapes] == [True, False]


@pytest.mark.parametrize(
    "body",
    [
        '<circle r="9" fill="none"/>',
        '<circle r="9" fill="transparent"/>',
        '<circle r="9" opacity="0"/>',
        '<circle r="9" fill-opacity="0"/>',
        '<circle r="9" visibility="hidden"/>',
        '<g display="none"><circle r="9" display="inline"/></g>',
        '<circle r="0"/>',
        '<rect width="9"/>',
        '<line x2="9"/>',
        '<line x2="9" stroke="red" stroke-width="0"/>',
        '<path d=""/>',
        "<defs><linearGradient/><filter/></defs>",
        "<metadata><x/></metadata>",
        '<other xmlns="http://example.org/editor"><image/></other>',
        '<text x="1" y="1">  </text>',
    ],
)
def test_what_cannot_be_seen_is_not_drawn(body: str) -> None:
    drawing = read(body)
    assert (drawing.shapes, drawing.labels) == ((), ())


def test_opacity_of_one_is_no_matter() -> None:
    assert shape('<circle r="9" opacity="1" fill-opacity="100%" style="filter:none;mask:none"/>').fill == BLACK


def test_shapes_beyond_the_view_box_are_clipped() -> None:
    body = '<rect x="390" width="20" height="9"/><rect x="20" y="20" width="20" height="9"/>'
    assert [path.clip for path in read(body).shapes] == [(0, 0, 400, 300), None]


# Text


def test_label_has_place_size_and_style() -> None:
    body = (
        '<g font-size="8" text-anchor="end" fill="#0f4c5c" transform="translate(10 20) scale(2)">'
        '<text x="3" y="4" font-weight="600" font-style="italic"> Waller\n  Creek </text></g>'
    )
    assert read(body).labels == (Label(16, 28, 16, "Waller Creek", TEAL, "end", bold=True, italic=True),)


def test_tspan_without_a_place_goes_on_with_the_line() -> None:
    [label] = read('<text x="1" y="2">one <tspan>two</tspan> three</text>').labels
    assert label == Label(1, 2, 16, "one two three", BLACK)


def test_tspan_with_a_place_starts_a_label() -> None:
    body = '<text x="5" y="10" font-size="10">Main <tspan x="5" dy="1.2em" font-weight="bold">Building</tspan></text>'
    assert read(body).labels == (Label(5, 10, 10, "Main", BLACK), Label(5, 22, 10, "Building", BLACK, bold=True))


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('<text transform="rotate(90)">x</text>', "booklet does not turn or stretch the text of a picture"),
        ('<text>a<tspan fill="red">b</tspan></text>', "the label “ab” has more than one style"),
        ('<text stroke="white">a</text>', "the label “a” has an outline"),
        ('<text textLength="9">a</text>', "booklet does not know textLength of <text>"),
        ('<text x="1 2 3">abc</text>', 'x="1 2 3" of this <text> cannot be read'),
        ('<text>a<tspan dy="9">b</tspan></text>', "a <tspan> with y or dy needs an x too"),
        ("<text><textPath>a</textPath></text>", "booklet does not know <textPath> in a text"),
        ('<text dominant-baseline="middle">a</text>', "booklet does not know dominant-baseline: middle"),
    ],
)
def test_text_that_cannot_be_set_is_a_fault(body: str, what: str) -> None:
    assert fault(body).what == what


# What is refused

UNSUPPORTED = [
    "a",
    "animate",
    "clipPath",
    "cursor",
    "feBlend",
    "filter",
    "font",
    "foreignObject",
    "image",
    "linearGradient",
    "marker",
    "mask",
    "pattern",
    "radialGradient",
    "script",
    "set",
    "style",
    "svg",
    "switch",
    "symbol",
    "tspan",
    "use",
    "view",
]


@pytest.mark.parametrize("name", UNSUPPORTED)
def test_unsupported_element_is_one_fault(name: str) -> None:
    only = fault(f'<g>\n  <{name} id="it"><rect width="x"/></{name}></g>')
    assert only.what == f"booklet does not know <{name}> in a picture"
    assert only.where == Place("map.svg", 2, 3)
    assert only.hint != ""


@pytest.mark.parametrize("name", ["style", "script"])
def test_style_sheets_act_within_definitions_too(name: str) -> None:
    assert fault(f"<defs><{name}/></defs>").what == f"booklet does not know <{name}> in a picture"


@pytest.mark.parametrize(
    ("attributes", "what"),
    [
        ('fill="url(#g)"', "fill: url(#g) is no plain colour, but a gradient or pattern"),
        ('fill="#12"', "fill: #12 cannot be read"),
        ('fill="rgba(1, 2, 3, 4)"', "fill: rgba(1, 2, 3, 4) cannot be read"),
        ('stroke="#11223380"', "stroke: #11223380 cannot be read"),
        ('opacity="0.5"', "opacity: 0.5: booklets are printed without transparent colours"),
        ('style="stroke-opacity:.3"', "stroke-opacity: .3: booklets are printed without transparent colours"),
        ('filter="url(#f)"', "booklet does not know filter: url(#f)"),
        ('clip-path="url(#f)"', "booklet does not know clip-path: url(#f)"),
        ('style="transform: rotate(3deg)"', "booklet does not know transform within style"),
        ('transform="rotate(a)"', 'transform="rotate(a)" cannot be read'),
        ('transform="scale(1e7)"', 'transform="scale(1e7)" cannot be read'),
        ('stroke-linecap="square"', "stroke-linecap: square cannot be read"),
        ('stroke-width="-1"', "stroke-width: -1 cannot be read"),
        ('stroke-dasharray="1 -1"', "stroke-dasharray: 1 -1 cannot be read"),
        ('fill-rule="evenodd"', "booklet does not know fill-rule: evenodd"),
        ('font-size="large"', "font-size: large cannot be read"),
        ('d="M0 0 L nan inf"', "the outline of this <path> cannot be read"),
        ('d="M0 0 L 1e999 1"', "the outline of this <path> cannot be read"),
        ('d="L 1 1"', "the outline of this <path> cannot be read"),
        ('d="M0 0 A 1"', "the outline of this <path> cannot be read"),
        ('d="M0"', "the outline of this <path> cannot be read"),
    ],
)
def test_attribute_that_cannot_be_drawn_is_one_fault(attributes: str, what: str) -> None:
    path = "" if ' d="' in f" {attributes}" else ' d="M0 0h9v9"'
    only = fault(f"<path {attributes}{path}/>")
    assert only.what == what
    assert only.hint != ""


@pytest.mark.parametrize("value", ["-1", "nan", "inf", "1e999", "5em", "1 2", "", "calc(1px)"])
def test_length_that_cannot_be_read_is_one_fault(value: str) -> None:
    assert fault(f'<circle r="{value}"/>').what == f'r="{value}" of this <circle> cannot be read'


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    data = svg('\n<use/>\n<g opacity="0.5">\n <image/></g>\n<circle r="x"/>', "")
    assert [item.where for item in faults(data)] == [
        Place("map.svg", line, column) for line, column in [(1, 1), (2, 1), (3, 1), (4, 2), (5, 1)]
    ]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", Place("map.svg", 1, 1)),
        (b"not a picture", Place("map.svg", 1, 1)),
        (svg("\n<g>"), Place("map.svg", 2, 6)),
        (svg("")[:-3], Place("map.svg", 1, 63)),
        (b"\x89PNG\r\n\x1a\n", Place("map.svg", 1, 1)),
    ],
)
def test_what_is_no_xml_is_a_fault_with_line_and_column(data: bytes, where: Place) -> None:
    [only] = faults(data)
    assert only.what.startswith("this is not well-formed XML: ")
    assert only.where == where


@pytest.mark.parametrize("data", [b"<svg/>", b"<html/>", b'<g xmlns="http://www.w3.org/2000/svg"/>'])
def test_other_xml_is_no_picture(data: bytes) -> None:
    assert [item.what for item in faults(data)] == ["this file is no SVG picture"]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE lolz [<!ENTITY a "a"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ],
)
def test_document_type_is_refused(declaration: str) -> None:
    data = declaration.encode() + svg("<text>&x;</text>")
    assert [item.what[:36] for item in faults(data)] == ["this SVG picture has a document type"]


def test_style_sheet_instruction_is_refused() -> None:
    data = b'<?xml-stylesheet href="http://example.org/a.css"?>' + svg("")
    assert [item.what for item in faults(data)] == ["this SVG picture refers to a style sheet"]


@pytest.mark.parametrize("name", ["utf-7", "nonsense", "rot13", "utf-32"])
def test_unknown_encoding_is_a_fault(name: str) -> None:
    assert len(faults(f'<?xml version="1.0" encoding="{name}"?>'.encode() + svg(""))) == 1


@pytest.mark.parametrize("body", ["<g>" * 70 + "</g>" * 70, "<g/>" * 20_001])
def test_too_deep_or_too_many_elements_are_a_fault(body: str) -> None:
    assert [item.what for item in faults(svg(body))] == [
        "this SVG picture has more than 20,000 elements, or 64 inside one another"
    ]


def test_transforms_that_multiply_beyond_all_bounds_are_a_fault() -> None:
    depth = 60
    data = svg('<g transform="scale(1e5)">' * depth + '<circle r="1"/>' + "</g>" * depth)
    assert {item.what for item in faults(data)} == {'transform="scale(1e5)" cannot be read'}


def test_too_large_a_file_is_a_fault() -> None:
    assert [item.what for item in faults(svg(" " * 2_000_000))] == ["this SVG picture is larger than 2,000,000 bytes"]


@pytest.mark.parametrize("head", ["", 'width="9"', 'viewBox="0 0 0 9"', 'viewBox="a"', 'width="50%" height="50%"'])
def test_picture_without_a_size_is_a_fault(head: str) -> None:
    assert len(faults(svg("", head))) == 1


def test_no_name_for_the_file_still_gives_a_place() -> None:
    with pytest.raises(BookletError) as caught:
        read_svg(svg("<use/>"), None)
    assert caught.value.faults[0].where == Place("picture.svg", 1, 63)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(BookletError):
        read_svg(data, WHERE)


NAMES = "g path rect circle ellipse line polyline polygon text tspan defs image title"
ATTRIBUTES = (
    "d points x y dx dy x1 cx r rx width height transform style fill stroke stroke-width stroke-dasharray opacity "
    "font-size font-weight text-anchor viewBox"
)
VALUES = st.one_of(
    st.text("MmLlAaCcQqTtSsHhVvZz0123456789.,-+e% ", max_size=30),
    st.sampled_from(["none", "red", "bold", "0", "1e999", "-0", "rotate(1)", "scale(0)", "fill:red;;:", "url(#a)"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters='<&"'), max_size=20),
)


def element(name: str, attributes: dict[str, str], inside: list[str]) -> str:
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inside)}</{name}>"


ELEMENTS = st.recursive(
    st.text("ab 1", max_size=5),
    lambda inner: st.builds(
        element,
        st.sampled_from(NAMES.split()),
        st.dictionaries(st.sampled_from(ATTRIBUTES.split()), VALUES, max_size=4),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


@given(ELEMENTS)
def test_any_elements_are_read_or_refused(body: str) -> None:
    with contextlib.suppress(BookletError):
        numbers = [value for path in read(body).shapes for step in path.segments for value in step[1:]]
        assert all(isinstance(value, float) and isfinite(value) for value in numbers)


# Drawings


def test_scaled_drawing_is_in_proportion() -> None:
    body = (
        '<rect x="-2" width="4" height="6" stroke="red" stroke-width="2" stroke-dasharray="1"/>'
        '<text x="2" y="4" font-size="10">x</text>'
    )
    drawing = read(body).scaled(200)
    assert (drawing.width, drawing.height) == (200, 150)
    assert drawing.shapes[0].segments[:2] == (("M", -1, 0), ("L", 1, 0))
    assert (drawing.shapes[0].thickness, drawing.shapes[0].dash, drawing.shapes[0].clip) == (
        1,
        (0.5, 0.5),
        (0, 0, 200, 150),
    )
    assert drawing.labels == (Label(1, 2, 5, "x", BLACK),)


def test_venue_map_reads_and_prints_legibly() -> None:
    drawing = read_svg(MAP.read_bytes(), Place("assets/venue-map.svg")).scaled(110 * 72 / 25.4)
    assert min(label.size for label in drawing.labels) >= 7
    assert 1.2 < drawing.width / drawing.height < 1.4
    assert [label.text for label in drawing.labels if label.bold] == ["GDC", "N"]
    assert re.match("Map of the surroundings of the Gates Dell Complex", drawing.title)
    assert len(drawing.description) > 100


def test_venue_map_keeps_its_labels_inside() -> None:
    drawing = read_svg(MAP.read_bytes(), WHERE)
    for label in drawing.labels:
        width = 0.6 * label.size * len(label.text)  # wider than any face that maps are set in
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        assert left >= 0
        assert left + width <= drawing.width
        assert label.size <= label.y <= drawing.height - 0.25 * label.size
