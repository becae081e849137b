from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator

import pikepdf
import pypdfium2
import pytest

from booklet.geometry import Size
from booklet.layout.label_sheet import Template
from booklet.layout.marks import Fill, GlyphRun, Ink, Mark, Picture, Rule
from booklet.pdf.label_sheets import write_label_sheets
from booklet.pdf.metadata import Facts
from booklet.press.labels import LabelOptions, SheetPlan, label_sides
from booklet.text.faces import Face

SHEET = Template("test", "Test", Size(300, 400), Size(100, 50), 2, 3, 20, 30, 110, 70)
FACTS = Facts("Badges & <more>", "", "", "de", None)
BLACK = Ink(0, 0, 0)
SetText = Callable[..., GlyphRun]


def written(
    count: int,
    faces: dict[str, Face],
    labels: Callable[..., Iterable[Mark]],
    options: LabelOptions | None = None,
    template: Template = SHEET,
    **more: object,
) -> bytes:
    file = io.BytesIO()
    options = options or LabelOptions()
    write_label_sheets(
        *(file, label_sides(count, template, options), template, labels, faces, FACTS),
        duplex=options.duplex,
        **more,  # type: ignore[arg-type]
    )
    return file.getvalue()


@pytest.fixture
def named(set_text: SetText) -> Callable[..., Iterable[Mark]]:
    def label(label: int, *, is_back: bool) -> Iterable[Mark]:
        yield set_text(f"{'B' if is_back else 'F'}{label}", 10, 20)

    return label


def words(data: bytes) -> list[dict[str, tuple[float, float]]]:
    """The words of each page with their places from the top left."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        height = page.get_height()
        here = {}
        for at in range(text.count_rects()):
            left, bottom, _, _ = text.get_rect(at)
            here[text.get_text_bounded(*text.get_rect(at)).strip()] = (left, height - bottom)
        found.append(here)
    return found


def test_fronts_and_backs_are_in_turn(faces: dict[str, Face], named: Callable[..., Iterable[Mark]]) -> None:
    pages = words(written(8, faces, named, LabelOptions(duplex="long")))

    assert [sorted(page) for page in pages] == [
        [f"F{label}" for label in range(6)],
        [f"B{label}" for label in range(6)],
        ["F6", "F7"],
        ["B6", "B7"],
    ]


def test_labels_are_where_the_plan_says(faces: dict[str, Face], named: Callable[..., Iterable[Mark]]) -> None:
    (page,) = words(written(4, faces, named))

    assert page["F0"] == pytest.approx((30, 50), abs=1)
    assert page["F3"] == pytest.approx((140, 120), abs=1)


def test_turned_labels_are_turned_about_their_middle(
    faces: dict[str, Face], named: Callable[..., Iterable[Mark]]
) -> None:
    _, back = words(written(1, faces, named, LabelOptions(duplex="short")))

    # The first back is in the lowest row: its label from (20, 320) to (120, 370), its text 10 and 20 from there.
    left, bottom = back["B0"]
    assert left < 110 < left + 20
    assert bottom == pytest.approx(350 + 8, abs=3)


def test_what_is_on_many_labels_is_in_the_file_once(faces: dict[str, Face]) -> None:
    def label(label: int, *, is_back: bool) -> Iterable[Mark]:
        inks = [Ink(0, step / 1000, label / 1000 if not is_back else 0) for step in range(200)]
        return [Fill(step, 10, 1, 1, ink) for step, ink in enumerate(inks)]

    one = len(written(1, faces, label, LabelOptions(duplex="long")))
    two = len(written(2, faces, label, LabelOptions(duplex="long")))
    many = len(written(600, faces, label, LabelOptions(duplex="long")))
    fronts = len(written(600, faces, label))
    with pikepdf.open(io.BytesIO(written(12, faces, label, LabelOptions(duplex="long")))) as pdf:
        forms = [len(page.Resources.get("/XObject", ())) for page in pdf.pages]

    assert two > one
    assert many - fronts < 120_000
    assert forms == [0, 1, 0, 1]


def test_equal_pictures_are_embedded_once(faces: dict[str, Face], png: bytes) -> None:
    def label(label: int, *, is_back: bool) -> Iterable[Mark]:
        yield Picture(10, 10, 20, 20, bytes(png))
        yield Fill(label + is_back, 0, 1, 1, BLACK)

    with pikepdf.open(io.BytesIO(written(20, faces, label))) as pdf:
        pictures = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/SMask" in item]

    assert len(pictures) == 1


def test_guides_are_the_same_on_every_sheet(faces: dict[str, Face], named: Callable[..., Iterable[Mark]]) -> None:
    guides = ([Rule(0, 10, 10, 10, 0.25, BLACK)], [Rule(5, 10, 10, 10, 0.25, BLACK)])
    data = written(8, faces, named, LabelOptions(duplex="long"), guides=guides)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        codes = [page.Contents.read_bytes() for page in pdf.pages]

    assert [b"0 390 m 10 390 l S" in code for code in codes] == [True, False, True, False]
    assert [b"5 390 m 10 390 l S" in code for code in codes] == [False, True, False, True]


def test_file_is_whole_and_says_what_it_is(faces: dict[str, Face], named: Callable[..., Iterable[Mark]]) -> None:
    with pikepdf.open(io.BytesIO(written(8, faces, named, LabelOptions(duplex="short")))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo.Title) == "Badges & <more>"
        assert str(pdf.Root.Lang) == "de"
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert [page.label for page in pdf.pages] == ["1r", "1v", "2r", "2v"]
        (font,) = pdf.pages[0].Resources.Font.values()
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font


def test_one_sided_sheets_ask_for_one_side(faces: dict[str, Face], named: Callable[..., Iterable[Mark]]) -> None:
    with pikepdf.open(io.BytesIO(written(8, faces, named))) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/Simplex"
        assert [page.label for page in pdf.pages] == ["1", "2"]


def test_no_badges_are_one_empty_page(faces: dict[str, Face], named: Callable[..., Iterable[Mark]]) -> None:
    with pikepdf.open(io.BytesIO(written(0, faces, named))) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.pages[0].Contents.read_bytes() == b""


def test_same_input_gives_same_bytes(faces: dict[str, Face], named: Callable[..., Iterable[Mark]]) -> None:
    assert written(8, faces, named) == written(8, faces, named)


def test_sheets_are_asked_for_one_by_one(faces: dict[str, Face], named: Callable[..., Iterable[Mark]]) -> None:
    """What has been planned has been written, but for the file's buffer: nothing waits for the end."""
    file = io.BytesIO()
    sizes: list[int] = []

    def plans() -> Iterator[SheetPlan]:
        for plan in label_sides(60, SHEET, LabelOptions()):
            sizes.append(file.tell())
            yield plan

    assert write_label_sheets(file, plans(), SHEET, named, faces, FACTS) == 10
    assert sizes == sorted(set(sizes))
