"""QR codes say what they should, module by module."""

from __future__ import annotations

import datetime

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from booklet.errors import BookletError, Place
from booklet.geometry import Rect
from booklet.layout.marks import Ink, Path
from booklet.parts.qr import calendar_text, geo_uri, qr, wifi_text

INK = Ink(0, 0, 0)
AREA = Rect(20, 40, 100, 80)
UTC = datetime.timezone.utc
ISSUED = datetime.date(2025, 1, 15)


def rectangles(path: Path) -> list[tuple[float, float, float, float]]:
    corners = [step[1:] for step in path.segments if step[0] != "Z"]
    return [(*corners[i], *corners[i + 2]) for i in range(0, len(corners), 4)]


def modules(path: Path, count: int) -> list[list[int]]:
    """How many rectangles cover the middle of each module, for AREA."""
    side = 80 / (count + 8)
    left, top = 30 + 4 * side, 40 + 4 * side
    return [
        [
            sum(x0 < left + (i + 0.5) * side < x1 and y0 < top + (j + 0.5) * side < y1 for x0, y0, x1, y1 in found)
            for i in range(count)
        ]
        for found in [rectangles(path)]
        for j in range(count)
    ]


@pytest.mark.parametrize("text", ["1", "https://example.org/workshop", "geo:30.28628,-97.73662", "WIFI:T:nopass;S:ü;;"])
def test_qr_has_the_modules_of_the_code(text: str) -> None:
    matrix = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8").matrix
    assert modules(qr(text, AREA, INK), len(matrix)) == [list(row) for row in matrix]


def test_qr_keeps_its_quiet_zone_in_the_middle_of_the_area() -> None:
    found = rectangles(qr("x", AREA, INK))  # version 1: 21 modules, 29 with the quiet zone
    side = 80 / 29
    edges = min(r[0] for r in found), min(r[1] for r in found), max(r[2] for r in found), max(r[3] for r in found)
    assert edges == pytest.approx((30 + 4 * side, 40 + 4 * side, 110 - 4 * side, 120 - 4 * side), abs=0.001)


def test_qr_is_one_filled_path_with_fewer_rectangles_than_runs() -> None:
    path = qr("https://example.org/workshop", AREA, INK)
    matrix = segno.make_qr("https://example.org/workshop", error="m", boost_error=False).matrix
    runs = sum(len(bytes(row).replace(b"\0", b" ").split()) for row in matrix)
    assert (path.fill, path.stroke) == (INK, None)
    assert len(rectangles(path)) < runs


def test_qr_is_the_same_twice() -> None:
    assert qr("x", AREA, INK) == qr("x", AREA, INK)


@pytest.mark.parametrize("size", [0, 2332, 5000])
def test_qr_of_no_text_or_too_much_is_a_fault(size: int) -> None:
    with pytest.raises(BookletError) as caught:
        qr("x" * size, AREA, INK, where=Place("program.yaml", 3, 5))
    [fault] = caught.value.faults
    assert fault.what == f"a text of {size} bytes cannot be a QR code, which holds from 1 to 2331"
    assert fault.where == Place("program.yaml", 3, 5)


def test_qr_holds_as_much_as_it_says() -> None:
    assert qr("x" * 2331, AREA, INK).fill == INK


@pytest.mark.parametrize(
    ("place", "uri"),
    [
        ((30.28628, -97.73662), "geo:30.28628,-97.73662"),
        ((0, -0.0), "geo:0,0"),
        ((1e-7, -180), "geo:0,-180"),
        ((-33.8567844, 151.2152967), "geo:-33.856784,151.215297"),
    ],
)
def test_geo_uri(place: tuple[float, float], uri: str) -> None:
    assert geo_uri(*place) == uri


@pytest.mark.parametrize("place", [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_geo_uri_of_no_place_is_a_fault(place: tuple[float, float]) -> None:
    with pytest.raises(BookletError):
        geo_uri(*place)


def test_wifi_text_of_an_open_network() -> None:
    assert wifi_text("utguest") == "WIFI:T:nopass;S:utguest;;"


def test_wifi_text_escapes_what_parts_it() -> None:
    assert wifi_text('a;b,c:d"e\\f', ";") == 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:\\;;;'


def test_calendar_text_of_whole_days() -> None:
    text = calendar_text(
        "Mathematics of Deep Learning",
        datetime.date(2025, 2, 20),
        datetime.date(2025, 2, 21),
        issued=ISSUED,
        location="GDC 6.302; Austin, TX",
        url="https://example.org",
    )
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//booklet//EN",
        "BEGIN:VEVENT",
        "UID:f7cd88de1f5dfb82@booklet",
        "DTSTAMP:20250115T000000Z",
        "DTSTART;VALUE=DATE:20250220",
        "DTEND;VALUE=DATE:20250222",
        "SUMMARY:Mathematics of Deep Learning",
        "LOCATION:GDC 6.302\\; Austin\\, TX",
        "URL:https://example.org",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        (None, "DTSTART:20250220T083000"),
        (UTC, "DTSTART:20250220T083000Z"),
        (datetime.timezone(datetime.timedelta(hours=-6)), "DTSTART:20250220T143000Z"),
    ],
)
def test_calendar_text_of_times(zone: datetime.timezone | None, start: str) -> None:
    first = datetime.datetime(2025, 2, 20, 8, 30, tzinfo=zone)
    text = calendar_text("x", first, first + datetime.timedelta(hours=1), issued=ISSUED)
    assert text.split("\r\n")[6] == start


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_calendar_text_is_folded_and_says_its_title(title: str) -> None:
    text = calendar_text(title, ISSUED, ISSUED, issued=ISSUED)
    lines = text.removesuffix("\r\n").split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert "\n" not in "".join(lines)
    [summary] = [line for line in text.replace("\r\n ", "").split("\r\n") if line.startswith("SUMMARY:")]
    plain = summary.removeprefix("SUMMARY:").replace("\\\\", "\0").replace("\\n", "\n")
    plain = plain.replace("\\;", ";").replace("\\,", ",").replace("\0", "\\")
    kept = "\n".join(title.splitlines()).replace("\t", " ")
    assert plain == "".join(c for c in kept if c == "\n" or not (c < " " or c == "\x7f"))
