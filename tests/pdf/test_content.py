from __future__ import annotations

import pytest

from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, Fill, GlyphRun, Ink, Link, Mark, Path, Picture, Rule, Segment
from booklet.layout.pages import Content, Page
from booklet.pdf.content import Drawn, Names, Piece, draw, draw_marks

BLACK = Ink(0, 0, 0)
RED = Ink(1, 0, 0.12345)


def page_of(*contents: Content) -> Page:
    return Page(Size(100, 200), "1", contents)


def code_of(*marks: Mark) -> list[str]:
    return str(draw(page_of(Content(None, marks)), Names(), tagged=False).code).splitlines()


def run(x: float, y: float, operand: str = "<0001>", *, size: float = 10, ink: Ink = BLACK) -> GlyphRun:
    return GlyphRun(x, y, "serif", size, ink, operand, "a", 5)


def test_draw_glyph_runs_share_text_object_font_and_ink() -> None:
    assert code_of(run(10, 20), run(10, 32.5), run(20.123, 32.5, ink=RED), run(30, 40, size=9.4, ink=RED)) == [
        "BT",
        "/F0 10 Tf",
        "10 180 Td[<0001>]TJ",
        "0 -12.5 Td[<0001>]TJ",
        "1 0 0.123 rg",
        "10.12 0 Td[<0001>]TJ",
        "/F0 9.4 Tf",
        "9.88 -7.5 Td[<0001>]TJ",
        "ET",
    ]


def test_draw_glyph_runs_do_not_add_up_roundings() -> None:
    moves = [line.split()[0] for line in code_of(*(run(i * 0.014, 0) for i in range(101))) if "Td" in line]

    assert round(sum(map(float, moves)), 6) == 1.4


def test_draw_operand_with_a_rise_is_kept_as_it_is() -> None:
    assert "0 200 Td[<0001>]TJ 2 Ts[<0002>]TJ 0 Ts[]TJ" in code_of(run(0, 0, "<0001>]TJ 2 Ts[<0002>]TJ 0 Ts["))


def test_draw_rules_set_only_what_changes() -> None:
    assert code_of(
        Rule(0, 10, 50, 10, 0.25, BLACK), Rule(0, 20, 50, 20, 0.25, RED, (0, 2.5), True), Rule(0, 30, 50, 30, 1, RED)
    ) == [
        "0.25 w",
        "0 190 m 50 190 l S",
        "1 0 0.123 RG",
        "[0 2.5] 0 d",
        "1 J 1 j",
        "0 180 m 50 180 l S",
        "1 w",
        "[] 0 d",
        "0 J 0 j",
        "0 170 m 50 170 l S",
    ]


def test_draw_fill_stands_on_its_lower_edge() -> None:
    assert code_of(Fill(10, 20, 30, 40, RED)) == ["1 0 0.123 rg", "10 140 30 40 re f"]


def test_draw_path_paints_what_is_asked() -> None:
    triangle: tuple[Segment, ...] = (("M", 0.0, 0.0), ("L", 10.0, 0.0), ("C", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0), ("Z",))

    assert code_of(Path(triangle, RED)) == [
        "1 0 0.123 rg",
        "0 200 m",
        "10 200 l",
        "1 198 3 196 5 194 c",
        "h",
        "f",
    ]
    assert code_of(Path(triangle, None, BLACK))[-1] == "S"
    assert code_of(Path(triangle, RED, BLACK))[-1] == "B"
    assert code_of(Path(triangle)) == []
    assert code_of(Path((), RED)) == []


def test_draw_clipped_path_leaves_the_state_as_it_was() -> None:
    dot: tuple[Segment, ...] = (("M", 0.0, 0.0), ("L", 1.0, 1.0))

    assert code_of(Path(dot, RED, clip=(0, 0, 5, 5)), Fill(0, 0, 1, 1, BLACK), Fill(0, 0, 1, 1, RED)) == [
        "q 0 195 5 5 re W n",
        "1 0 0.123 rg",
        "0 200 m",
        "1 199 l",
        "f",
        "Q",
        "0 199 1 1 re f",
        "1 0 0.123 rg",
        "0 199 1 1 re f",
    ]


def test_draw_pictures_of_equal_bytes_share_a_name() -> None:
    names = Names()
    drawn = draw(
        page_of(
            Content(None, (Picture(0, 0, 10, 20, b"one"), Picture(0, 0, 1, 1, b"two"), Picture(5, 5, 1, 1, b"one")))
        ),
        names,
        tagged=False,
    )

    one, two = drawn.pictures
    assert str(drawn.code).splitlines()[::2] == [f"q 10 0 0 20 0 180 cm /{one} Do Q", f"q 1 0 0 1 5 194 cm /{one} Do Q"]
    assert names.pictures == {b"one": one, b"two": two}


def test_draw_tagged_marks_runs_of_one_element() -> None:
    head, text, dot = Element("H1"), Element("P"), (Fill(0, 0, 1, 1, BLACK),)
    contents = [Content(element, dot) for element in (None, None, head, text, text, None, text)]

    drawn = draw(page_of(*contents), Names(), tagged=True)

    assert [line for line in str(drawn.code).splitlines() if line.endswith(("BDC", "BMC"))] == [
        "/Artifact BMC",
        "/H1 <</MCID 0>> BDC",
        "/P <</MCID 1>> BDC",
        "/Artifact BMC",
        "/P <</MCID 2>> BDC",
    ]
    assert str(drawn.code).count("EMC") == 5
    assert drawn.pieces == (Piece(head, 0), Piece(text, 1), Piece(text, 2))


def test_draw_tagged_marks_nothing_where_nothing_is_drawn() -> None:
    text, anchor = Element("P"), Anchor(1, 2, "here")

    drawn = draw(page_of(Content(text, (anchor,))), Names(), tagged=True)

    assert drawn == Drawn("", (), (anchor,), ())


def test_draw_link_stands_after_the_content_of_its_element() -> None:
    element, link = Element("Link"), Link(0, 0, 10, 10, "#a", "there")

    drawn = draw(page_of(Content(element, (link, run(0, 0)))), Names(), tagged=True)

    assert drawn.pieces == (Piece(element, 0), Piece(element, link))


@pytest.mark.parametrize(("element", "told"), [(None, "an artifact"), (Element("P"), "P")])
def test_draw_link_outside_of_a_link_element_is_refused(element: Element | None, told: str) -> None:
    with pytest.raises(ValueError, match=f"^link to '#a' belongs to {told}; it must belong to a Link element$"):
        draw(page_of(Content(element, (Link(0, 0, 1, 1, "#a", "a"),))), Names(), tagged=True)


def test_draw_marks_needs_no_page() -> None:
    assert draw_marks([Rule(0, 0, 10, 0, 1, BLACK)], 50) == "0 50 m 10 50 l S"


def test_draw_upright_rectangles_are_written_as_such_and_meet() -> None:
    box: tuple[Segment, ...] = (("M", 10, 20), ("L", 30.006, 20), ("L", 30.006, 40), ("L", 10, 40), ("Z",))
    beside: tuple[Segment, ...] = (("M", 30.006, 20), ("L", 31, 20), ("L", 31, 40), ("L", 30.006, 40), ("Z",))

    assert code_of(Path((*box, *beside), fill=BLACK)) == ["10 180 20.01 -20 re", "30.01 180 0.99 -20 re", "f"]


@pytest.mark.parametrize(
    "other",
    [
        (("M", 1, 1), ("L", 5, 2), ("L", 5, 5), ("L", 1, 5), ("Z",)),
        (("M", 1, 1), ("L", 1, 5), ("L", 5, 5), ("L", 5, 1), ("Z",)),
        (("M", 1, 1), ("L", 5, 1), ("L", 5, 5), ("L", 1, 5), ("L", 0, 0)),
        (("M", 1, 1), ("L", 5, 1), ("L", 5, 5), ("Z",)),
    ],
    ids=["slanted", "the other way round", "open", "triangle"],
)
def test_draw_other_paths_are_written_step_by_step(other: tuple[Segment, ...]) -> None:
    box: tuple[Segment, ...] = (("M", 10, 20), ("L", 30, 20), ("L", 30, 40), ("L", 10, 40), ("Z",))

    assert code_of(Path((*box, *other), fill=BLACK))[:5] == ["10 180 m", "30 180 l", "30 160 l", "10 160 l", "h"]


def test_draw_stroked_rectangles_are_written_step_by_step() -> None:
    box: tuple[Segment, ...] = (("M", 10, 20), ("L", 30, 20), ("L", 30, 40), ("L", 10, 40), ("Z",))

    assert "10 180 m" in code_of(Path(box, fill=BLACK, stroke=BLACK))
