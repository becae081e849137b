from __future__ import annotations

from itertools import combinations

import pytest

from booklet.design.custom_labels import SHEETS
from booklet.design.labels import TEMPLATES, find_template, list_templates
from booklet.errors import BookletError
from booklet.geometry import INCH, MM, Rect
from tests.design.label_sheets import PLAIN, STATED, UNSTATED, Stated

POINTS = {"mm": MM, "0.01 mm": MM / 100, "in": INCH, "pt": 1.0}
NEAR = 0.1 * MM


@pytest.mark.parametrize("stated", STATED, ids=[f"{stated.name}, {stated.document[:12]}" for stated in STATED])
def test_labels_are_where_the_sources_say(stated: Stated) -> None:
    template = TEMPLATES[stated.name]
    unit = POINTS[stated.unit]

    assert (template.columns, template.rows) == stated.grid
    assert template.sheet == pytest.approx([length * unit for length in stated.sheet], abs=NEAR)
    assert template.label == pytest.approx([length * unit for length in stated.label], abs=NEAR)
    for place in range(template.per_sheet):
        row, column = divmod(place, stated.grid[0])
        x = (stated.corner[0] + column * stated.pitch[0]) * unit
        y = (stated.corner[1] + row * stated.pitch[1]) * unit
        assert template.corner_of(place) == pytest.approx((x, y), abs=NEAR)


@pytest.mark.parametrize(("name", "like"), UNSTATED.items())
def test_sheets_without_a_source_say_so(name: str, like: str) -> None:
    template, other = TEMPLATES[name], TEMPLATES[like]

    assert template._replace(name="", title="", source="") == other._replace(name="", title="", source="")
    assert template.source.startswith("no data sheet found")


@pytest.mark.parametrize(("name", "size"), PLAIN.items())
def test_badges_of_plain_paper_have_their_sizes_and_are_in_the_middle(name: str, size: tuple[float, float]) -> None:
    template = TEMPLATES[name]
    right = template.left + template.columns * template.across
    bottom = template.top + template.rows * template.down

    assert template.label == pytest.approx([length * MM for length in size])
    assert right == pytest.approx(template.sheet.width - template.left)
    assert bottom == pytest.approx(template.sheet.height - template.top)


def test_every_template_is_in_the_table() -> None:
    assert set(TEMPLATES) == {stated.name for stated in STATED} | set(UNSTATED) | set(PLAIN)


@pytest.mark.parametrize("name", TEMPLATES)
def test_labels_are_on_the_sheet_and_do_not_overlap(name: str) -> None:
    template = TEMPLATES[name]
    areas = [Rect(*template.corner_of(place), *template.cell) for place in range(template.per_sheet)]

    for area in areas:
        assert area.x >= 0
        assert area.y >= 0
        assert area.right <= template.sheet.width + 0.01
        assert area.bottom <= template.sheet.height + 0.01
    for one, other in combinations(areas, 2):
        beside = one.right <= other.x + 0.01 or other.right <= one.x + 0.01
        assert beside or one.bottom <= other.y + 0.01 or other.bottom <= one.y + 0.01


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_says_where_its_numbers_come_from(name: str) -> None:
    assert TEMPLATES[name].name == name
    assert TEMPLATES[name].source


def test_slots_are_within_their_labels() -> None:
    slotted = [template for template in TEMPLATES.values() if template.slot]

    assert [template.name for template in slotted] == ["lanyard-a6", "lanyard-4x6"]
    for template in slotted:
        area = template.slot_area
        assert area is not None
        assert area.x == pytest.approx(template.label.width - area.right)
        assert area.y > 0


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("avery-5392", "avery-5392"),
        ("5392", "avery-5392"),
        ("Avery 5392", "avery-5392"),
        ("L4785", "avery-l4785"),
        ("Durable 1455", "durable-1455"),
        ("Badgy", "cr80"),
        (" A6 ", "a6"),
    ],
)
def test_templates_are_found_by_any_of_their_names(name: str, found: str) -> None:
    assert find_template(name).name == found


def test_measures_are_a_name_too() -> None:
    assert find_template("Custom: 90x55 mm, 2x5 on A4").per_sheet == 10


def test_unknown_template_is_a_fault_with_the_nearest_names() -> None:
    with pytest.raises(BookletError) as raised:
        find_template("avery-l7481")

    (fault,) = raised.value.faults
    assert fault.what == "there is no template 'avery-l7481' of labels"
    assert fault.hint.startswith("did you mean avery-l7418 or ")


def test_list_of_templates_has_all_in_words() -> None:
    rows = list_templates()

    assert [row.name for row in rows] == list(TEMPLATES)
    assert rows[0][:5] == ("avery-5392", "Avery 5392 inserts for badge holders, 4″ × 3″", "4 × 3 in", 6, "letter")
    assert {row.sheet.partition(",")[0] for row in rows if "×" not in row.sheet} <= set(SHEETS)
