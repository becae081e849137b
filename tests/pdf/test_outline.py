from __future__ import annotations

import io

import pikepdf
import pytest

from booklet.geometry import Size
from booklet.layout.pages import Entry
from booklet.pdf.canvas import Canvas
from booklet.pdf.outline import Label, page_labels, read_label, write_outline


def seen(item: pikepdf.Object) -> int:
    """How many lines one sees below an item that is open, by the counts of its children."""
    count, child = 0, item.get("/First")
    while child is not None:
        count += 1 + max(0, int(child.get("/Count", 0)))
        child = child.get("/Next")
    return count


def read_outline(entries: list[Entry]) -> list[tuple[int, str, int]]:
    """Level, title and count of each line, by following the outline's own links both ways."""
    canvas = Canvas()
    page = canvas.page(Size(10, 10), "", {})
    ref = write_outline(canvas, entries, {entry.anchor: f"[{page}/Fit]" for entry in entries})
    assert ref
    lines: list[tuple[int, str, int]] = []
    with pikepdf.open(io.BytesIO(canvas.close())) as pdf:
        root = pdf.get_object(ref.number, 0)

        def walk(parent: pikepdf.Object, level: int) -> None:
            before, item = None, parent.get("/First")
            while item is not None:
                assert item.Parent.objgen == parent.objgen
                assert (item.Prev.objgen if "/Prev" in item else None) == (before.objgen if before else None)
                lines.append((level, str(item.Title), int(item.get("/Count", 0))))
                walk(item, level + 1)
                before, item = item, item.get("/Next")
            if before is not None:
                assert parent.Last.objgen == before.objgen

        walk(root, 0)
        assert root.Count == len(entries) or any(count < 0 for _, _, count in lines)
        assert root.Count == seen(root)
    return lines


def test_write_outline_nests_by_level() -> None:
    levels = [0, 1, 2, 2, 1, 0, 2]
    entries = [Entry(f"Entry {number}", "a", level) for number, level in enumerate(levels)]

    assert read_outline(entries) == [
        (0, "Entry 0", 4),
        (1, "Entry 1", 2),
        (2, "Entry 2", 0),
        (2, "Entry 3", 0),
        (1, "Entry 4", 0),
        (0, "Entry 5", 1),
        (1, "Entry 6", 0),
    ]


def test_write_outline_closes_branches_of_many_lines() -> None:
    days = [Entry(f"Day {day}", "a", 1) for day in range(3)]
    talks = [Entry(f"Talk {number}", "a", 2) for number in range(40)]
    entries = [Entry("Abstracts", "a", 0), days[0], *talks, days[1], *talks[:5], days[2], Entry("Index", "a", 0)]

    lines = read_outline(entries)

    # The long day is one line until it is opened; whoever opens it sees its forty talks.
    counts = {title: count for _, title, count in lines if count}
    assert counts == {"Abstracts": 3 + 5, "Day 0": -40, "Day 1": 5}


def test_write_outline_closes_days_rather_than_what_holds_them() -> None:
    day = [Entry("Day", "a", 1), *[Entry("Talk", "a", 2)] * 20]

    assert [line for line in read_outline([Entry("Abstracts", "a", 0), *day, *day]) if line[2]] == [
        (0, "Abstracts", 2),
        (1, "Day", -20),
        (1, "Day", -20),
    ]


def test_write_outline_keeps_every_letter_of_a_title() -> None:
    assert read_outline([Entry("Élan (π) \\", "a", 0)]) == [(0, "Élan (π) \\", 0)]


def test_write_outline_of_nothing_is_none() -> None:
    assert write_outline(Canvas(), (), {}) is None


def test_write_outline_to_an_unknown_anchor_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^no anchor is named 'nowhere'$"):
        write_outline(Canvas(), (Entry("Lost", "nowhere", 0),), {})


@pytest.mark.parametrize(
    ("folio", "label"),
    [
        ("12", Label("D", "", 12)),
        ("A-3", Label("D", "A-", 3)),
        ("A-07", Label("D", "A-0", 7)),
        ("xiv", Label("r", "", 14)),
        ("MCM", Label("R", "", 1900)),
        ("iiii", Label("", "iiii", 1)),
        ("Cover", Label("", "Cover", 1)),
        ("", Label("", "", 1)),
        ("0", Label("", "0", 1)),
    ],
)
def test_read_label(folio: str, label: Label) -> None:
    assert read_label(folio) == label


def test_page_labels_in_digits_that_pdf_cannot_count_in() -> None:
    assert page_labels(["١", "٢"]) == "<</Nums[0 <</P<FEFF0661>>> 1 <</P<FEFF0662>>>]>>"


def test_page_labels_in_runs() -> None:
    folios = ["", "", "i", "ii", "1", "2", "4", "A1", "A2", "B"]

    assert page_labels(folios) == (
        "<</Nums[0 <</P()>> 2 <</S/r>> 4 <</S/D>> 6 <</S/D/St 4>> 7 <</S/D/P(A)>> 9 <</P(B)>>]>>"
    )
