"""Several buildings: each with its address, code, map and rooms; nothing else changes."""

from __future__ import annotations

from pathlib import Path

from booklet.make import set_book
from tests.books import Library
from tests.setting import lines_of


def test_rooms_stand_under_their_buildings(library: Library) -> None:
    done = library.book("society")
    first = next(line.page for line in lines_of(done) if line.text == "The Canal Quarter" and line.size == 11.0)

    lines = [
        line.text.replace("\u00a0", " ") for line in lines_of(done) if line.element and first <= line.page <= first + 2
    ]
    at = {text: lines.index(text) for text in ("Old Library", "Pump House", "Annex")}
    assert lines.index("Tent: In the yard, in any weather") < at["Old Library"]
    assert at["Old Library"] < lines.index("Great Hall: ground floor") < at["Pump House"]
    assert at["Old Library"] < lines.index("Reading Room: first floor") < at["Pump House"]
    assert at["Pump House"] < lines.index("Workshop") < lines.index("Gallery: bring nothing wet") < at["Annex"]


def test_each_building_has_a_code_and_a_map_of_its_own(library: Library) -> None:
    done = library.book("society")

    part = next(
        part for part in done.book.root.children if any(child.alt == "Scan to open in a map" for child in part.children)
    )
    buildings = [
        child for child in part.children if child.role == "Sect" and any(leaf.role == "P" for leaf in child.children)
    ]
    figures = [[leaf.alt for leaf in building.children if leaf.role == "Figure"] for building in buildings]
    assert figures[-3:] == [["Map of the library quarter", "Scan to open in a map"], ["Scan to open in a map"], []]
    assert [building.children[0].role for building in buildings][-3:] == ["H2"] * 3


def test_a_room_of_a_building_that_is_not_described_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "program.yaml").write_text(
        "event: {title: Rooms, language: en-GB}\n"
        "venue: {name: Campus, buildings: {House: },\n"
        "  rooms: {A 1: {building: Tower, note: high up}, B 2: {building: House}}}\n"
        "days: [{date: 2026-03-03, sessions: [{time: 9-10, panel: Title}]}]\n"
        "booklet: {parts: [venue]}\n",
        encoding="utf-8",
    )
    lines = [line.text for line in lines_of(set_book(tmp_path / "program.yaml")) if line.element]

    assert [text.replace("\u00a0", " ") for text in lines] == [
        "Venue", "Campus", "Rooms", "A 1, Tower: high up", "House", "Rooms", "B 2",
    ]  # fmt: skip
