"""The inks of tracks: readable, the same whatever else changes, and never without a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from booklet.design.concert import CONCERT
from booklet.design.inks import READABLE, contrast
from booklet.design.theme import ink
from booklet.layout.elements import Element
from booklet.make import make_desk, set_book
from booklet.model.read import read_program
from booklet.parts.desk import Desk
from booklet.parts.tracks import track_legend, track_spans
from booklet.text.flowables import Paragraph
from tests.setting import lines_of

PROGRAM = """
event: {{title: Tracks, language: en-GB}}
days: [{{date: 2026-03-03, sessions: [{{time: 9-10, talk: Title, track: Winds, room: Hall, speaker: Ada}}]}}]
tracks: {tracks}
"""


def desk_of(folder: Path, tracks: str) -> Desk:
    (folder / "program.yaml").write_text(PROGRAM.format(tracks=tracks), encoding="utf-8")
    return make_desk(*read_program(folder / "program.yaml"))


def legend(desk: Desk) -> list[str]:
    parts = track_legend(desk, Element("Sect"))
    return ["".join(span.text for span in part.spans) for part in parts if isinstance(part, Paragraph)]


def test_a_dark_colour_is_kept_and_a_light_one_darkened(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, '{Winds: "#1d6fa5", Strings: "#ffcc00", Snow: "#ffffff"}')

    assert desk.track_ink("Winds") == ink("#1d6fa5")
    for name in ("Strings", "Snow"):
        own = desk.track_ink(name)
        assert own
        assert READABLE <= contrast(own, CONCERT.inks.paper) < READABLE + 0.2
    strings = desk.track_ink("Strings")
    assert strings
    assert strings.green / strings.red == pytest.approx(0xCC / 0xFF, abs=0.001)
    assert strings.blue == 0.0


def test_tracks_without_a_colour_have_inks_by_their_order(tmp_path: Path) -> None:
    first = desk_of(tmp_path, "{Winds: , Strings: , Drums: }")
    inks = [first.track_ink(name) for name in ("Winds", "Strings", "Drums")]
    second = desk_of(tmp_path, '{Winds: , Strings: "#112233", Drums: , More: }')

    assert len(set(inks)) == 3
    assert [second.track_ink(name) for name in ("Winds", "Drums")] == [inks[0], inks[2]]


def test_a_track_that_nothing_is_said_about_has_no_ink(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "{Strings: }")
    style = desk.house.style("sans", 8.0)

    assert desk.track_ink("Winds") is None
    assert [span.text for span in track_spans(desk, "Winds", style)] == ["Winds"]
    assert track_spans(desk, "", style) == []


def test_a_square_has_the_ink_and_stays_with_the_name(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "{Winds: '#1d6fa5'}")
    square, name = track_spans(desk, "Winds", desk.house.style("sans", 8.0))

    assert (square.text, square.style.ink) == ("■\u00a0", ink("#1d6fa5"))
    assert (name.text, name.style.ink) == ("Winds", desk.house.inks.text)


@pytest.mark.parametrize(
    ("tracks", "printed"),
    [
        ("{}", []),
        ("{Winds: , Strings: }", ["■\u00a0Winds\u2002 ■\u00a0Strings\u2002 "]),
        ("{Winds: {note: blown}, Strings: }", ["■\u00a0Winds\u2002blown", "■\u00a0Strings"]),
    ],
)
def test_legend(tracks: str, printed: list[str], tmp_path: Path) -> None:
    assert legend(desk_of(tmp_path, tracks)) == printed


@pytest.mark.parametrize(
    ("tracks", "line"), [("{Winds: }", "■\u00a0Winds · Hall"), ("{}", "Hall · Winds"), ("{Strings: }", "Hall · Winds")]
)
def test_timetable_shows_the_track_of_a_talk(tracks: str, line: str, tmp_path: Path) -> None:
    desk_of(tmp_path, tracks)
    done = set_book(tmp_path / "program.yaml")

    assert line in [found.text for found in lines_of(done) if found.element and found.element.role == "P"]


def test_the_themes_inks_for_tracks_can_be_read() -> None:
    assert [one for one in CONCERT.tracks if contrast(one, CONCERT.inks.paper) < READABLE] == []
    assert len(set(CONCERT.tracks)) == len(CONCERT.tracks)
