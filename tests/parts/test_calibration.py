from __future__ import annotations

from pathlib import Path

import pytest

from booklet.design.labels import TEMPLATES
from booklet.geometry import MM, Rect, Size
from booklet.layout.label_sheet import Template
from booklet.layout.marks import GlyphRun, Mark, Rule
from booklet.layout.marks import Path as Outline
from booklet.parts.calibration import set_calibration
from booklet.pdf.bounds import bounds
from booklet.press.labels import Duplex, LabelOptions, label_sides
from booklet.text.faces import Face

FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture(scope="module")
def face() -> Face:
    return Face("sans", FONTS / "source-sans-3" / "SourceSans3-Regular.ttf")


def large_cross(marks: tuple[Mark, ...]) -> tuple[float, float]:
    (level, upright) = (rule for rule in marks if isinstance(rule, Rule) and length(rule) == pytest.approx(10 * MM))
    return upright.x0, level.y0


def length(rule: Rule) -> float:
    return abs(rule.x1 - rule.x0) + abs(rule.y1 - rule.y0) if rule.thickness == 0.5 else 0.0


def said(marks: tuple[Mark, ...]) -> str:
    return " ".join(mark.text for mark in marks if isinstance(mark, GlyphRun))


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("duplex", ["", "long", "short"])
def test_outlines_are_the_labels_and_words_are_on_the_sheet(face: Face, name: str, duplex: Duplex) -> None:
    template = TEMPLATES[name]
    options = LabelOptions(duplex=duplex)
    sheet = set_calibration(template, options, face)
    (plan,) = label_sides(template.per_sheet, template, options)

    for marks, cells in ((sheet.front, plan.front), (sheet.back, plan.back)):
        outlines = [mark for mark in marks if isinstance(mark, Outline) and mark.stroke]
        areas = [bounds([mark._replace(stroke=None, fill=mark.stroke)]) for mark in outlines]
        assert areas == [pytest.approx(Rect(cell.x, cell.y, *template.label)) for cell in cells]
        for run in marks:
            if isinstance(run, GlyphRun):
                assert 0 <= run.x <= run.x + run.width <= template.sheet.width
                assert run.size <= run.y <= template.sheet.height
    assert all(cell.label is None for cell in (*sheet.plan.front, *sheet.plan.back))


@pytest.mark.parametrize("duplex", ["long", "short"])
@pytest.mark.parametrize("sheet", [Size(600, 800), Size(800, 600)], ids=["upright", "landscape"])
def test_large_crosses_are_on_each_other_and_their_places_are_said(face: Face, sheet: Size, duplex: Duplex) -> None:
    template = Template("test", "Test", sheet, Size(100, 50), 3, 4, 20, 30, 110, 70)
    made = set_calibration(template, LabelOptions(duplex=duplex), face)
    (x, y), (back_x, back_y) = large_cross(made.front), large_cross(made.back)
    about_vertical = (duplex == "long") == (sheet.height > sheet.width)
    seen = (sheet.width - back_x, back_y) if about_vertical else (back_x, sheet.height - back_y)

    assert seen == pytest.approx((x, y))
    assert f"{x / MM:g} mm" in said(made.front)
    assert f"{back_x / MM:g} mm" in said(made.back)
    assert "Front of Test: this way up" in said(made.front)
    assert "Back of Test: this way up" in said(made.back)


def test_offsets_move_what_is_measured_but_not_what_is_said(face: Face) -> None:
    template = TEMPLATES["avery-5392"]
    plain = set_calibration(template, LabelOptions(), face)
    moved = set_calibration(template, LabelOptions(front_offset=(2 * MM, -1 * MM)), face)
    (x, y), (moved_x, moved_y) = large_cross(plain.front), large_cross(moved.front)

    assert (moved_x - x, moved_y - y) == pytest.approx((2 * MM, -1 * MM))
    assert said(moved.front) == f"{said(plain.front)} Printed with --offset 2,-1."
