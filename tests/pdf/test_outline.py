from __future__ import annotations

import io

import pikepdf
import pytest

from booklet.geometry import Size
from booklet.layout.pages import Entry
from booklet.pdf.canvas import Canvas
from booklet.pdf.outline import Label, page_labels, read_label, write_outline


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
        assert root.Count == len(entries)
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


def test_page_labels_in_runs() -> None:
    folios = ["", "", "i", "ii", "1", "2", "4", "A1", "A2", "B"]

    assert page_labels(folios) == (
        "<</Nums[0 <</P()>> 2 <</S/r>> 4 <</S/D>> 6 <</S/D/St 4>> 7 <</S/D/P(A)>> 9 <</P(B)>>]>>"
    )
