from __future__ import annotations

import pytest

from booklet.design.labels import TEMPLATES
from booklet.geometry import MM, Rect, Size
from booklet.layout.label_sheet import Template
from booklet.layout.marks import Path, Rule
from booklet.press.label_guides import label_guides, rounded
from booklet.press.labels import Duplex, LabelOptions

GAPS = Template("test", "Test", Size(600, 800), Size(100, 50), 2, 2, 100, 100, 150, 90, scored=False)
CUT = [name for name, template in TEMPLATES.items() if not template.scored]


def cells(template: Template) -> list[Rect]:
    return [Rect(*template.corner_of(place), *template.cell) for place in range(template.per_sheet)]


def touches(rule: Rule, area: Rect) -> bool:
    beside = max(rule.x0, rule.x1) < area.x - 0.01 or min(rule.x0, rule.x1) > area.right + 0.01
    return not beside and not (max(rule.y0, rule.y1) < area.y - 0.01 or min(rule.y0, rule.y1) > area.bottom + 0.01)


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("duplex", ["", "long", "short"])
def test_marks_are_on_the_sheet_and_outside_of_the_labels(name: str, duplex: Duplex) -> None:
    template = TEMPLATES[name]
    front, _ = label_guides(template, LabelOptions(duplex=duplex))

    for rule in front:
        if isinstance(rule, Rule):
            assert 0 <= rule.x0 <= rule.x1 <= template.sheet.width
            assert 0 <= rule.y0 <= rule.y1 <= template.sheet.height
            assert rule.thickness == 0.25
            assert not any(touches(rule, area) for area in cells(template))


@pytest.mark.parametrize("name", CUT)
def test_plain_paper_with_margins_has_marks_for_every_cut(name: str) -> None:
    template = TEMPLATES[name]
    front, _ = label_guides(template, LabelOptions())
    cuts = {round(rule.x0, 2) for rule in front if isinstance(rule, Rule) and rule.x0 == rule.x1}
    edges = {round(edge, 2) for area in cells(template) for edge in (area.x, area.right)}

    assert cuts == (edges if template.top > 4 * MM else set())


def test_scored_sheets_have_no_marks() -> None:
    assert label_guides(GAPS._replace(scored=True), LabelOptions(duplex="long")) == ((), ())
    assert label_guides(GAPS, LabelOptions(crop_marks=False)) == ((), ())


def test_gaps_with_room_have_marks_too() -> None:
    front, _ = label_guides(GAPS, LabelOptions())
    upright = sorted({(rule.x0, rule.y0, rule.y1) for rule in front if isinstance(rule, Rule) and rule.x0 == rule.x1})
    clear = 3 * MM

    assert [mark for mark in upright if 150 < mark[1] < 190] == [
        (x, 150 + clear, 190 - clear) for x in (100, 200, 250, 350)
    ]


@pytest.mark.parametrize("duplex", ["long", "short"])
def test_marks_of_backs_are_behind_those_of_fronts(duplex: Duplex) -> None:
    template = GAPS._replace(left=60, top=80)
    front, back = label_guides(template, LabelOptions(duplex=duplex, back_offset=(5, 7)))

    assert len(front) == len(back) > 0
    for one, other in zip(front, back, strict=True):
        assert isinstance(one, Rule)
        assert isinstance(other, Rule)
        seen = other.moved(-5, -7)
        if duplex == "long":
            assert (600 - seen.x0, 600 - seen.x1, seen.y0, seen.y1) == pytest.approx((one.x0, one.x1, one.y0, one.y1))
        else:
            assert (seen.x0, seen.x1, 800 - seen.y0, 800 - seen.y1) == pytest.approx((one.x0, one.x1, one.y0, one.y1))


def test_creases_are_dashed_at_the_edge_that_back_and_front_share() -> None:
    template = TEMPLATES["butterfly-4x3"]
    front, back = label_guides(template, LabelOptions(duplex="long"))
    creases = [rule for rule in front if isinstance(rule, Rule) and rule.dash]

    assert back == ()
    assert [rule.y0 for rule in creases] == pytest.approx([template.top + template.label.height] * 2)


def test_slots_are_outlined_on_every_front_and_on_no_back() -> None:
    template = TEMPLATES["lanyard-a6"]
    front, back = label_guides(template, LabelOptions(duplex="long"))

    assert len([mark for mark in front if isinstance(mark, Path)]) == 2
    assert not any(isinstance(mark, Path) for mark in back)


def test_offsets_move_all_marks() -> None:
    plain, _ = label_guides(GAPS, LabelOptions())
    moved, _ = label_guides(GAPS, LabelOptions(front_offset=(3, -4)))

    assert moved == tuple(mark.moved(3, -4) for mark in plain)


def test_rounded_without_radius_is_a_rectangle() -> None:
    assert rounded(Rect(1, 2, 3, 4), 0) == (("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",))
